import { unclobbered } from '../../dom/unclobbered.js';
import { VIEW_PARTS } from '../names.js';
import { hostOf } from './host.js';

/** `subject::part(name)rest`. */
const PART = /^(.*)::part\(\s*([\w-]+)\s*\)(.*)$/;

/** Names of parts as a tree outside knows them, and what they are called in the screen. */
type PartNames = ReadonlyMap<string, string>;

/** The rules of a sheet; a sheet of another origin does not show its own. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** The parts in the shadow tree of `host` that its `exportparts` shows outside. */
function exported(host: Element, names: PartNames): PartNames {
  const pairs = (host.getAttribute('exportparts') ?? '').split(',').map((pair) => {
    const [inner = '', outer = inner] = pair.split(':').map((name) => name.trim());
    return [outer, names.get(inner) ?? ''] as const;
  });
  return new Map(pairs);
}

/** The rules inside a group or an imported sheet, with the text of the condition that they stand under. */
function within(rule: CSSRule): { head: string; rules: readonly CSSRule[] } {
  if (rule instanceof CSSImportRule) {
    return {
      head: `@media ${rule.media.mediaText || 'all'}`,
      rules: rule.styleSheet ? rulesOf(rule.styleSheet) : [],
    };
  }
  const head = rule.cssText.slice(0, rule.cssText.indexOf('{'));
  return { head, rules: rule instanceof CSSGroupingRule ? [...rule.cssRules] : [] };
}

function copied(rule: CSSRule, host: Element, names: PartNames, select: (part: string) => string): string {
  if (rule instanceof CSSStyleRule) {
    const selectors = (rule.selectorText.match(/(?:[^,([]|\([^()]*\)|\[[^[\]]*\])+/g) ?? []).flatMap(
      (selector) => {
        const [, subject = '', part = '', rest = ''] = PART.exec(selector.trim()) ?? [];
        const name = names.get(part);
        return name && host.matches(subject.trim() || '*') ? [select(name) + rest] : [];
      },
    );
    return selectors.length ? `${selectors.join()}{${rule.style.cssText}}` : '';
  }
  const { head, rules } = within(rule);
  const text = rules.map((each) => copied(each, host, names, select)).join('');
  return text && `${head}{${text}}`;
}

/**
 * What a page's style sheets say of a screen's parts by `::part()`, as rules for a place where those sheets do not reach.
 * `screen` is what has the parts, or what they stand in; `select` makes a part's selector there.
 */
export function partRules(screen: Element, select: (part: string) => string): string {
  const rules: string[] = [];
  let host = screen.shadowRoot ? screen : hostOf(screen);
  let names: PartNames = new Map(VIEW_PARTS.map((name) => [name, name]));
  while (host) {
    const tree = host.getRootNode();
    if (tree instanceof Document || tree instanceof ShadowRoot) {
      const root = tree instanceof Document ? unclobbered(tree) : tree;
      const sheets = [...root.styleSheets, ...('adoptedStyleSheets' in root ? root.adoptedStyleSheets : [])];
      for (const rule of sheets.flatMap(rulesOf)) rules.push(copied(rule, host, names, select));
    }
    names = exported(host, names);
    host = hostOf(host);
  }
  return rules.join('');
}
