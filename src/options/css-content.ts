/** A character written as its hexadecimal number, a line that goes on, or a character that means itself. */
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|\n|(.))/gisu;

/**
 * The content of a custom property that is a string, an address or a word; undefined where it is not set. Escapes count in
 * strings and addresses: WebKit writes every string anew, in double quotes, with those inside escaped.
 *
 * @throws {RangeError} for an escape beyond Unicode.
 */
export function contentOf(css: string): string | undefined {
  const text = css.trim();
  const address = /^url\(/i.test(text) && text.endsWith(')') ? text.slice(4, -1).trim() : text;
  const [quote = ''] = address;
  const isQuoted = /["']/.test(quote) && address.length > 1 && address.endsWith(quote);
  const inside = isQuoted ? address.slice(1, -1) : address;
  if (inside === text) return text || undefined;
  return inside.replace(ESCAPE, (_, code?: string, itself?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (itself ?? ''),
  );
}
