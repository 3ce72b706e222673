import { layerControl } from './layer-options.js';
import { kebab } from './property-name.js';
import { fieldOf } from './read-table.js';
import { asFields, isFields, type Fields } from '../incoming/fields.js';

/** Where each field of the service's page option goes among the layer's options. */
const fieldNames = {
  agreeStyle: { fontColor: 'agreeTextColour', checkedImage: 'agreeCheckPic' },
  submitBtnStyle: { bgColor: 'agreeButtonColour', name: 'agreeButtonText' },
  standardPopup: { title: 'pageTitle', appName: 'configBusinessName' },
};

/** In a control of the service's page option the documented fields go by CSS's names, such as `background-color`. */
const controlFields = {
  ...Object.fromEntries(Object.keys(layerControl).map((option) => [option, kebab(option)])),
  bgColor: 'background-color',
  fontColor: 'color',
};

const renamed = (names: Readonly<Record<string, string>>, given: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(names).map(([to, from]) => [to, fieldOf(given, from)]));

/** The controls of `customControlsConf`, a JSON text; none where it is anything else. */
function controlsOf(conf: unknown): unknown[] {
  try {
    const controls: unknown = typeof conf === 'string' ? JSON.parse(conf) : conf;
    return Array.isArray(controls)
      ? controls.filter(isFields).map((control) => ({ ...renamed(controlFields, control), ifShow: true }))
      : [];
  } catch {
    // The service's page option is decoration: what cannot be read is left out.
    return [];
  }
}

/**
 * Turn the service's page option (`data.pageOption` of getPageOption) into layer options for the standard popup.
 * Without one (`undefined`, or the request failed) the standard popup's own defaults remain. Give the result to the
 * layer's `options`; every value is checked there as any other option is.
 */
export function layerOptionsOf(pageOption: unknown): Readonly<Record<string, Fields>> {
  const given = asFields(pageOption);
  const { standardPopup, ...groups } = fieldNames;
  return {
    ...Object.fromEntries(Object.entries(groups).map(([group, names]) => [group, renamed(names, given)])),
    standardPopup: {
      ...renamed(standardPopup, given),
      customControls: controlsOf(fieldOf(given, 'customControlsConf')),
    },
  };
}
