import { fieldOf, isRecord } from './read-table.js';
import type { Fields } from './read-table.js';

/** Where each field of the service's page option goes among the layer's options. */
const fieldNames = {
  agreeStyle: { fontColor: 'agreeTextColour', checkedImage: 'agreeCheckPic' },
  submitBtnStyle: { bgColor: 'agreeButtonColour', name: 'agreeButtonText' },
  standardPopup: { title: 'pageTitle', appName: 'configBusinessName' },
};

/** A control's CSS-like names, where they differ from the documented option's. */
const controlFields = {
  width: 'width',
  height: 'height',
  high: 'high',
  left: 'left',
  name: 'name',
  url: 'url',
  border: 'border',
  fontSize: 'font-size',
  bgColor: 'background-color',
  borderRadius: 'border-radius',
  fontColor: 'color',
  textDecoration: 'text-decoration',
  textAlign: 'text-align',
};

const renamed = (names: Readonly<Record<string, string>>, given: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(names).map(([to, from]) => [to, fieldOf(given, from)]));

/** The controls of `customControlsConf`, a JSON text; none where it is anything else. */
function controlsOf(conf: unknown): unknown[] {
  try {
    const controls: unknown = typeof conf === 'string' ? JSON.parse(conf) : conf;
    return Array.isArray(controls)
      ? controls.filter(isRecord).map((control) => ({ ...renamed(controlFields, control), ifShow: true }))
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
  const given = isRecord(pageOption) ? pageOption : {};
  const { standardPopup, ...groups } = fieldNames;
  return {
    ...Object.fromEntries(Object.entries(groups).map(([group, names]) => [group, renamed(names, given)])),
    standardPopup: {
      ...renamed(standardPopup, given),
      customControls: controlsOf(fieldOf(given, 'customControlsConf')),
    },
  };
}
