/**
 * One line of text to show: spaces collapsed; control, direction and invisible characters and lone surrogates removed;
 * piles of combining marks cut, so that a text cannot reach over its neighbours; `most` characters at most.
 */
export function cleanSentence(text: string, most = 300): string {
  const line = text
    .slice(0, 2000)
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return Array.from(line).slice(0, most).join('');
}

/** A name or a label: as a sentence, of 60 characters at most. */
export function cleanText(text: string): string {
  return cleanSentence(text, 60);
}

/** What to do where a framework made a text of an object; empty where it did not. */
export const forObject = (given: unknown): string =>
  typeof given === 'string' && given.startsWith('[object ')
    ? '; an attribute takes text alone: set the property (Vue: `.prop`, React: `ydrz-elements/react`) or write JSON.stringify(…)'
    : '';

/** An http(s) or relative address, as it was given; never `javascript:` and the like, however they are spelled. */
export function checkLink(text: string): string | undefined {
  // No control characters, which browsers drop from addresses, and none that could end an attribute or a rule.
  if (text.length > 2048 || /[\p{C}\s"'<>\\`{}]/u.test(text)) return undefined;
  try {
    return /^https?:$/.test(new URL(text, 'https://page.invalid').protocol) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** An address of an image: as a link, or a `data:` image, which is safe in `<img src>` and is used nowhere else. */
export function checkImage(text: string): string | undefined {
  return text.length < 300_000 &&
    /^data:image\/(?:png|jpe?g|gif|webp|svg\+xml)[;,][^\p{C}"<>\\]*$/iu.test(text)
    ? text
    : checkLink(text);
}
