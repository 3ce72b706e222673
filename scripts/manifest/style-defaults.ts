/** `var(--name, fallback)` at a place in a style sheet; undefined fallback where there is none. */
interface Use {
  name: string;
  fallback: string | undefined;
}

/** The end of a parenthesis that is open at `start`. */
function closing(css: string, start: number): number {
  let depth = 1;
  for (let at = start; at < css.length; at++) {
    if (css[at] === '(') depth += 1;
    if (css[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

function usesIn(css: string): Use[] {
  return Array.from(
    css.matchAll(/var\(\s*(--[\w-]+)\s*(,?)/g),
    ({ 0: opening, 1: name = '', 2: comma, index }) => {
      const start = index + opening.length;
      return { name, fallback: comma ? css.slice(start, closing(css, start)).trim() : undefined };
    },
  );
}

/**
 * What style sheets say of custom properties: which of them they use, and what holds where a page sets none.
 *
 * A fallback that is itself a custom property is followed: the sheets' own (`--_…`) to its first declaration, a public one to
 * its fallback.
 */
export class StyleDefaults {
  readonly #css: string;
  readonly #uses: readonly Use[];

  constructor(css: string) {
    this.#css = css.replace(/\/\*[\s\S]*?\*\//g, '');
    this.#uses = usesIn(this.#css);
  }

  /** The custom properties that a page may set, in order of appearance. */
  get names(): readonly string[] {
    return [...new Set(this.#uses.map(({ name }) => name))].filter((name) => name.startsWith('--ydrz-'));
  }

  /** The default; undefined where the sheets have none. */
  defaultOf(name: string): string | undefined {
    const fallback = this.#uses.find((use) => use.name === name && use.fallback !== undefined)?.fallback;
    return fallback && this.#follow(fallback);
  }

  #follow(value: string): string | undefined {
    const inner = usesIn(value)[0];
    if (!inner) return value.replace(/\s+/g, ' ');
    const end = closing(value, value.indexOf('var(') + 4);
    const replaced = this.#declared(inner.name) ?? inner.fallback;
    return replaced === undefined
      ? undefined
      : this.#follow(value.slice(0, value.indexOf('var(')) + replaced + value.slice(end + 1));
  }

  #declared(name: string): string | undefined {
    return new RegExp(`(?:^|[\\s;{])${name}:\\s*([^;}]+)[;}]`).exec(this.#css)?.[1]?.trim();
  }
}
