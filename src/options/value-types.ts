/**
 * What an option's value may be. The tables name one of these per option; `check-value.ts` has one check for each.
 *
 * - `length` above 0; `radius` 0 or more; `edge` a distance of 0 or more
 * - `high` distance from the top, `left` from the left or `center`, `middle` from the top or `center`
 * - `color` any; `ink` a colour that can be seen: of text that must stay readable
 * - `ratio` 0 to 1; `align` left, center, right; `line` underline or none; `border` shorthand
 * - `font` family names; `weight` of a font
 * - not CSS: `flag` true or false; `text` one line; `title` a text that may be empty; `link` and `image` addresses; `agreements` list of name and url
 */
export type ValueType =
  | 'length'
  | 'radius'
  | 'edge'
  | 'high'
  | 'left'
  | 'middle'
  | 'color'
  | 'ink'
  | 'ratio'
  | 'align'
  | 'line'
  | 'border'
  | 'font'
  | 'weight'
  | PlainType
  | 'agreements';

/** Types whose values are shown or obeyed, and never reach CSS. */
export type PlainType = 'flag' | 'text' | 'title' | 'link' | 'image';

/** Options by name: a type, or a group of further options. */
export interface OptionTable {
  readonly [name: string]: ValueType | OptionTable;
}
