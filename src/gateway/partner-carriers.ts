/** The carriers beyond China Mobile, as one module to load. */
export { askChinaTelecom } from './ct.js';
export { askChinaUnicom } from './cu.js';
