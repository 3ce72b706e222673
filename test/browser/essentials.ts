import type { AuthView } from '../services/auth-view.js';
import { contrastOf } from './contrast.js';

/** What must be there, and be seen, at each level. */
export const essentials: Readonly<Record<string, readonly string[]>> = {
  '4': ['[part=agreement-link]', '[part=checkbox]', '[part=digit]', '[part=phone]'],
  '1': ['[part=agreement-link]', '[part=checkbox]', '[part=submit]', '[part=phone]'],
};

/** What is wrong with an element that must be seen; nothing if nothing is. */
export function faultOf(view: AuthView, selector: string): string | undefined {
  const element = view.renderRoot.querySelector<HTMLElement>(selector);
  if (!element) return 'not there';
  element.scrollIntoView({ block: 'center' });
  // A link may begin with an empty piece at the end of a line.
  const boxes = Array.from(element.getClientRects());
  const box = boxes.find(({ width }) => width >= 8) ?? element.getBoundingClientRect();
  if (box.width < 8 || box.height < 8) return `too small: ${String(box.width)} × ${String(box.height)}`;
  const { clientWidth, clientHeight } = document.documentElement;
  if (box.left < -1 || box.right > clientWidth + 1)
    return `out of sight: ${String(box.left)} to ${String(box.right)}`;
  if (box.top < -1 || (box.bottom > clientHeight + 1 && box.height < clientHeight))
    return 'above or below what can be scrolled to';
  // The middle of a button, whatever its corners; the beginning of what may run over several lines.
  const button = element instanceof HTMLButtonElement;
  const x = box.left + Math.min(box.width, button ? box.width : 40) / 2;
  const y = box.top + Math.min(box.height, button ? box.height : 30) / 2;
  // What is pressed must be on top; over what is only read, a neighbour's room for fingers hides nothing.
  const pressed = element.matches('button, input');
  const hit = view.shadowRoot?.elementsFromPoint(x, y).find((one) => {
    // WebKit names the screen itself for what it draws inside of a field; it cannot be above its own content.
    if (one === view) return false;
    const { top, bottom } = one.getBoundingClientRect();
    return pressed || (!one.matches('.field') && top <= y && bottom >= y);
  });
  const own = element.closest('.phone, .agreement, .submit');
  if (!hit || !own?.contains(hit)) return `covered by ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`;
  for (let up: Element | null = element; up; up = up.parentElement) {
    const { opacity, visibility } = getComputedStyle(up);
    if (visibility !== 'visible' || Number(opacity) < 0.5) return `faded: ${opacity} ${visibility}`;
  }
  const contrast = contrastOf(element);
  if (selector !== '[part=checkbox]' && contrast < 1.95) return `contrast of ${contrast.toFixed(2)}`;
  return element instanceof HTMLInputElement && element.checked ? 'ticked' : undefined;
}
