import type { CssCustomProperty } from 'custom-elements-manifest';
import type { CSSResultGroup } from 'lit';
import { layerTable } from '../../src/options/layer-options.js';
import { optionMeaning } from '../../src/options/option-meanings.js';
import { pageTable } from '../../src/options/page-options.js';
import { propertyName } from '../../src/options/property-name.js';
import { rowsOf } from '../../src/options/rows.js';
import type { OptionTable, ValueType } from '../../src/options/value-types.js';
import { YdrzLoginElement } from '../../src/login/login-element.js';
import { YdrzAuthLayerElement } from '../../src/views/auth-layer-element.js';
import { YdrzAuthPageElement } from '../../src/views/auth-page-element.js';
import { StyleDefaults } from './style-defaults.js';

/** What a page may write for each type of value, and the default where no style sheet has one. */
const TYPES: Record<ValueType, { syntax: string; otherwise?: string }> = {
  length: { syntax: '<length-percentage>' },
  fixed: { syntax: '<length>' },
  radius: { syntax: '<length-percentage>' },
  edge: { syntax: '<length-percentage>' },
  offset: { syntax: '<length-percentage>', otherwise: 'auto' },
  place: { syntax: '<length-percentage> | center', otherwise: 'auto' },
  color: { syntax: '<color>' },
  ink: { syntax: '<color>' },
  ratio: { syntax: '<number>' },
  align: { syntax: 'left | center | right' },
  line: { syntax: 'none | underline' },
  border: { syntax: '*' },
  font: { syntax: '*' },
  weight: { syntax: '<number> | normal | bold' },
  flag: { syntax: 'true | false', otherwise: 'false' },
  text: { syntax: '<string>', otherwise: 'none' },
  title: { syntax: '<string>', otherwise: 'none' },
  link: { syntax: '<url> | <string>', otherwise: 'none' },
  image: { syntax: '<url> | <string>', otherwise: 'none' },
  agreements: { syntax: '<string>', otherwise: 'none' },
};

/** Flags that are true unless a page sets them to false. */
const ON: ReadonlySet<string> = new Set(['closeBtnStyle.ifShowBtn']);

const textOf = (styles: CSSResultGroup): string => {
  if (Array.isArray(styles)) return styles.map(textOf).join('\n');
  return 'cssText' in styles ? styles.cssText : '';
};

const sheetsOf = ({ styles = [] }: { styles?: CSSResultGroup }): StyleDefaults =>
  new StyleDefaults(textOf(styles));

/** @throws Error when the sources do not say what the option means or what its default is. */
function optionProperty(option: string, type: ValueType, styles: StyleDefaults): CssCustomProperty {
  const name = propertyName(option);
  const meaning = optionMeaning(option);
  if (!meaning) throw new Error(`src/options/option-meanings.ts does not say what ${option} means`);
  const { syntax, otherwise } = TYPES[type];
  const standard = styles.defaultOf(name) ?? (ON.has(option) ? 'true' : otherwise);
  if (standard === undefined) throw new Error(`No style sheet has a default for ${name}`);
  return { name, syntax, default: standard, description: `${meaning.en}; option \`${option}\`` };
}

const optionProperties = (table: OptionTable, styles: StyleDefaults): CssCustomProperty[] =>
  rowsOf(table).map(([option, type]) => optionProperty(option, type, styles));

const layerStyles = sheetsOf(YdrzAuthLayerElement);
const pageStyles = sheetsOf(YdrzAuthPageElement);

/** The style sheets of each element, by tag name. */
export const STYLES: ReadonlyMap<string, StyleDefaults> = new Map([
  ['ydrz-login', sheetsOf(YdrzLoginElement)],
  ['ydrz-auth-layer', layerStyles],
  ['ydrz-auth-page', pageStyles],
]);

/** The custom properties that stand for documented options, by the tag name of the screen that has them. */
export const OPTION_PROPERTIES: ReadonlyMap<string, readonly CssCustomProperty[]> = new Map([
  ['ydrz-auth-layer', optionProperties(layerTable, layerStyles)],
  ['ydrz-auth-page', optionProperties(pageTable, pageStyles)],
]);
