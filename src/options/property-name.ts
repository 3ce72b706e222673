/** `fontSize` as CSS writes it: `font-size`. */
export const kebab = (text: string): string =>
  text.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/**
 * The CSS custom property of a documented option, by rule: `phoneNumStyle.inputStyle.width` gives
 * `--ydrz-phone-num-input-width`. `Style` is dropped from the names of groups; an option outside any group belongs to
 * the page.
 */
export function propertyName(option: string): string {
  const path = option.split('.');
  const field = path.pop() ?? '';
  const groups = path.length ? path.map((group) => group.replace(/Style$/, '')) : ['page'];
  return `--ydrz-${kebab([...groups, field].join('-'))}`;
}
