/**
 * What an option's value may be. The tables name one of these per option; `check-value.ts` has one check for each.
 *
 * - `length` above 0; `fixed` the same, not in percent; `radius` 0 or more; `edge` a distance of 0 or more
 * - `offset` a distance from the top or left where the layer takes 0 for absent; `place` the same, or `center`
 * - `color` any; `ink` a colour that can be seen: of text that must stay readable
 * - `ratio` 0 to 1; `align` left, center, right; `line` underline or none; `border` shorthand
 * - `font` family names; `weight` of a font
 * - not CSS: `flag` true or false; `text` one line; `title` a text that may be empty; `link` and `image` addresses;
 *   `agreements` a list of {name, url}
 */
export type ValueType =
  | 'length'
  | 'fixed'
  | 'radius'
  | 'edge'
  | 'offset'
  | 'place'
  | 'color'
  | 'ink'
  | 'ratio'
  | 'align'
  | 'line'
  | 'border'
  | 'font'
  | 'weight'
  | PlainType;

/** Types whose values are shown or obeyed, and never become CSS. */
export type PlainType = 'flag' | 'text' | 'title' | 'link' | 'image' | 'agreements';

/** Options by name: a type, or a group of further options. */
export interface OptionTable {
  readonly [name: string]: ValueType | OptionTable;
}
