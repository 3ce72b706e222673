import type { OptionTable } from './value-types.js';

/** The fields of a custom control, in the documented group and in each control of the service's page option. */
export const layerControl = {
  ifShow: 'flag',
  width: 'length',
  height: 'length',
  high: 'place',
  left: 'place',
  bgColor: 'color',
  border: 'border',
  borderRadius: 'radius',
  url: 'link',
  name: 'text',
  fontSize: 'length',
  fontColor: 'color',
  textAlign: 'align',
  textDecoration: 'line',
} as const satisfies OptionTable;

/** Every option of the custom popup (guide, section 3.5), and what was seen in use beside them. */
export const layerTable = {
  layerStyle: { width: 'length', height: 'length', bgColor: 'color', borderRadius: 'radius' },
  maskStyle: { ifShowMask: 'flag', bgColor: 'color', opacity: 'ratio' },
  // `bottom` is not documented.
  phoneStyle: { fontSize: 'length', fontColor: 'ink', high: 'offset', left: 'place', bottom: 'offset' },
  agreeStyle: {
    fontSize: 'length',
    textAlign: 'align',
    fontColor: 'ink',
    hrefColor: 'ink',
    high: 'offset',
    left: 'place',
    agreeArr: 'agreements',
    // Not documented:
    width: 'length',
    checkedImage: 'image',
  },
  closeBtnStyle: {
    ifShowBtn: 'flag',
    btnImage: 'image',
    top: 'edge',
    right: 'edge',
    width: 'length',
    height: 'length',
  },
  customControlStyle: layerControl,
  submitBtnStyle: {
    name: 'text',
    fontColor: 'ink',
    fontSize: 'length',
    textAlign: 'align',
    bgColor: 'color',
    width: 'length',
    height: 'fixed',
    borderRadius: 'radius',
    high: 'offset',
    left: 'place',
  },
  // Not documented:
  errTipStyle: { high: 'offset', left: 'place' },
} as const satisfies OptionTable;
