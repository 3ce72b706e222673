import { unclobbered } from '../../dom/unclobbered.js';
import { nearestLanguage } from '../../locale/language.js';
import { adoptSheet } from './adopt-sheet.js';
import { REFUGE } from './host.js';
import type { Luggage } from './luggage.js';
import { partRules } from './part-rules.js';
import { usedProperties } from './used-properties.js';

/**
 * A place beside the page's body, where nothing around a screen is the page's: what the page hides takes no screen with it. The
 * language, the direction, the custom properties that it uses and what `::part()` says of the screen come along, as they are now.
 */
export function openRefuge({ screen, look, styles }: Luggage): ShadowRoot {
  const page = unclobbered(screen.ownerDocument);
  const refuge = page.createElement(REFUGE);
  const root = refuge.attachShadow({ mode: 'open' });
  const style = getComputedStyle(screen);
  const select = (part: string) =>
    screen.shadowRoot ? `${screen.localName}::part(${part})` : `[part~="${part}"]`;
  const rules = partRules(screen, select);
  for (const name of [...(look ? usedProperties(look, styles) : []), ...(rules.match(/--[\w-]+/g) ?? [])]) {
    refuge.style.setProperty(name, style.getPropertyValue(name));
  }
  refuge.style.setProperty('display', 'contents', 'important');
  refuge.lang = nearestLanguage(screen);
  refuge.dir = style.direction;
  adoptSheet(root, rules);
  page.documentElement.append(refuge);
  return root;
}
