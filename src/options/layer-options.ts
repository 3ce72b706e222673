import type { OptionTable } from './value-types.js';

/** The fields of a custom control, in the documented group and in each control of the service's page option. */
export const layerControl = {
  ifShow: 'flag',
  width: 'length',
  height: 'length',
  high: 'middle',
  left: 'left',
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
  phoneStyle: { fontSize: 'length', fontColor: 'ink', high: 'high', left: 'left', bottom: 'high' },
  agreeStyle: {
    fontSize: 'length',
    textAlign: 'align',
    fontColor: 'ink',
    hrefColor: 'ink',
    high: 'high',
    left: 'left',
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
    height: 'length',
    borderRadius: 'radius',
    high: 'high',
    left: 'left',
  },
  // Not documented:
  errTipStyle: { high: 'high', left: 'left' },
} as const satisfies OptionTable;
