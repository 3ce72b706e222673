import { DEFAULTS } from './defaults.js';
import { forObject } from './check-text.js';
import { layerControl, layerTable } from './layer-options.js';
import { pageTable } from './page-options.js';
import { fieldOf, mostEntries, readTable } from './read-table.js';
import type { Found, TableReading } from './read-table.js';
import type { CustomControl, ReadingRules, ScreenOptions, ScreenValues } from './types.js';
import type { OptionTable } from './value-types.js';
import { isFields, type Fields } from '../incoming/fields.js';

/** What `layerOptionsOf` adds for the standard popup; not among the documented options. */
const standardTable = { standardPopup: { title: 'text', appName: 'text' } } as const satisfies OptionTable;

const readingOf = (page: boolean, rules: ReadingRules): TableReading => ({
  page,
  warn: console.warn,
  ...rules,
});

/** The options as an object: as given, or from JSON text; none, with a warning, where it is neither. */
function fieldsOf(options: unknown, screen: string, { warn }: TableReading): Fields {
  try {
    const given: unknown = typeof options === 'string' ? JSON.parse(options.trim() || '{}') : (options ?? {});
    if (isFields(given)) return given;
  } catch {
    // Text that is not JSON, or an object that cannot be looked at: warned of below like any other.
  }
  warn(
    `ydrz-elements: ${screen} options must be an object or its JSON text; the defaults are used${forObject(options)}`,
  );
  return {};
}

function controlsOf({ plain }: Found, properties: ReadonlyMap<string, string> = new Map()): CustomControl[] {
  const name = plain.get('customControlStyle.name');
  const url = plain.get('customControlStyle.url');
  const shown = plain.get('customControlStyle.ifShow') === 'true';
  return shown && name ? [{ name, url, properties }] : [];
}

/** What `layerOptionsOf` says of the standard popup: its texts, and its controls with properties of their own. */
function standardOf(fields: Fields, warn: TableReading['warn']): Partial<ScreenValues> {
  const reading = { page: false, warn };
  const { plain } = readTable(standardTable, fields, reading);
  try {
    const standard = fieldOf(fields, 'standardPopup');
    if (!isFields(standard)) return {};
    const given = fieldOf(standard, 'customControls');
    const entries: readonly unknown[] = Array.isArray(given) ? given.slice(0, mostEntries) : [];
    const controls = entries.flatMap((customControlStyle) => {
      const found = readTable({ customControlStyle: layerControl }, { customControlStyle }, reading);
      return controlsOf(found, found.properties);
    });
    const title = plain.get('standardPopup.title');
    return { standard: true, title, appName: plain.get('standardPopup.appName'), controls };
  } catch {
    // A getter or proxy of the caller's that throws; `readTable` has warned of it.
    return {};
  }
}

function valuesOf(found: Found): ScreenValues {
  const { plain, agreements } = found;
  const { values } = DEFAULTS;
  const flag = (option: string, otherwise: boolean) => (plain.get(option) ?? String(otherwise)) === 'true';
  return {
    ...values,
    masked: flag('maskStyle.ifShowMask', values.masked),
    closeShown: flag('closeBtnStyle.ifShowBtn', values.closeShown),
    title: plain.get('titleStyle.name'),
    submitText: plain.get('submitBtnStyle.name'),
    agreements,
    controls: controlsOf(found),
    logoImage: plain.get('logoStyle.url'),
    closeImage: plain.get('closeBtnStyle.btnImage'),
    backImage: plain.get('returnBtnStyle.url'),
    checkedImage:
      plain.get('agreeStyle.checkedButton.checkedUrl') ??
      plain.get('agreeStyle.checkedButton.url') ??
      plain.get('agreeStyle.checkedImage'),
    uncheckedImage: plain.get('agreeStyle.checkedButton.uncheckUrl'),
  };
}

/**
 * Read the documented options of the layer (authPageType 2, and 1 with what `layerOptionsOf` makes of the service's
 * page option). Takes any value: an object, JSON text, or rubbish, which gives the defaults and a warning.
 */
export function readLayerOptions(options: unknown, rules: ReadingRules = {}): ScreenOptions {
  const reading = readingOf(false, rules);
  const fields = fieldsOf(options, 'layer', reading);
  const found = readTable(layerTable, fields, reading);
  const values = valuesOf(found);
  const { controls = [], ...standard } = standardOf(fields, reading.warn);
  return {
    properties: found.properties,
    values: { ...values, ...standard, controls: [...values.controls, ...controls] },
  };
}

/** Read the documented options of the page (authPageType 3 and the standard page). Takes any value. */
export function readPageOptions(options: unknown, rules: ReadingRules = {}): ScreenOptions {
  const reading = readingOf(true, rules);
  const found = readTable(pageTable, fieldsOf(options, 'page', reading), reading);
  return { properties: found.properties, values: valuesOf(found) };
}
