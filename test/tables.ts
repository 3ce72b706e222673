// The tables of what is documented, for tests that walk all of it. They stand in the sources; what is tested by them is what was built.
export { RETURN_CODES, type ReturnCode } from '../src/codes/return-codes.js';
export { ZH_CN } from '../src/locale/zh-cn.js';
export { layerTable } from '../src/options/layer-options.js';
export { pageTable } from '../src/options/page-options.js';
export { propertyName } from '../src/options/property-name.js';
export { rowsOf } from '../src/options/rows.js';
export type { OptionTable, ValueType } from '../src/options/value-types.js';
