import { layerControl, layerTable } from './layer-options.js';
import { pageTable } from './page-options.js';
import { fieldOf, isRecord, mostEntries, readTable } from './read-table.js';
import type { Fields, Found, TableReading } from './read-table.js';
import type { CustomControl, ReadingRules, ScreenOptions, ScreenValues } from './types.js';
import type { OptionTable } from './value-types.js';

/** What `layerOptionsOf` adds for the standard popup; not among the documented options. */
const standardTable = { standardPopup: { title: 'text', appName: 'text' } } as const satisfies OptionTable;

/** The options as an object: as given, or from JSON text; none, with a warning, where it is neither. */
function fieldsOf(options: unknown, screen: string, { warn }: TableReading): Fields {
  try {
    const given: unknown = typeof options === 'string' ? JSON.parse(options.trim() || '{}') : (options ?? {});
    if (isRecord(given)) return given;
  } catch {
    // Text that is not JSON, or an object that cannot be looked at: warned of below like any other.
  }
  warn(`ydrz-elements: ${screen} options must be an object or its JSON text; the defaults are used`);
  return {};
}

function controlsOf({ plain }: Found, properties: ReadonlyMap<string, string> = new Map()): CustomControl[] {
  const name = plain.get('customControlStyle.name');
  const url = plain.get('customControlStyle.url');
  const shown = plain.get('customControlStyle.ifShow') === 'true';
  return shown && name ? [{ name, url, properties }] : [];
}

/** The controls that the service's page option brings, each with properties of its own. */
function standardControls(standard: unknown, reading: TableReading): CustomControl[] {
  const controls = isRecord(standard) ? standard['customControls'] : undefined;
  const entries: readonly unknown[] = Array.isArray(controls) ? controls.slice(0, mostEntries) : [];
  return entries.flatMap((customControlStyle) => {
    const found = readTable({ customControlStyle: layerControl }, { customControlStyle }, reading);
    return controlsOf(found, found.properties);
  });
}

function valuesOf(found: Found): ScreenValues {
  const { plain, agreements } = found;
  return {
    masked: plain.get('maskStyle.ifShowMask') === 'true',
    closeShown: plain.get('closeBtnStyle.ifShowBtn') !== 'false',
    standard: false,
    title: plain.get('titleStyle.name') ?? plain.get('standardPopup.title'),
    appName: plain.get('standardPopup.appName'),
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
export function readLayerOptions(
  options: unknown,
  { warn = console.warn }: ReadingRules = {},
): ScreenOptions {
  const reading = { page: false, warn };
  const fields = fieldsOf(options, 'layer', reading);
  const found = readTable({ ...layerTable, ...standardTable }, fields, reading);
  const values = valuesOf(found);
  const standard = fieldOf(fields, 'standardPopup');
  return {
    properties: found.properties,
    values: {
      ...values,
      standard: isRecord(standard),
      controls: [...values.controls, ...standardControls(standard, reading)],
    },
  };
}

/** Read the documented options of the page (authPageType 3 and the standard page). Takes any value. */
export function readPageOptions(options: unknown, { warn = console.warn }: ReadingRules = {}): ScreenOptions {
  const reading = { page: true, warn };
  const found = readTable(pageTable, fieldsOf(options, 'page', reading), reading);
  return { properties: found.properties, values: valuesOf(found) };
}
