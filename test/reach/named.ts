import { drive } from '../frameworks/drive.js';
import { enginesOf, pagesOf } from './names.js';
import { tryEngines } from './try-engines.js';

const names = (process.env['REACH'] ?? '').split(' ');
const pages = pagesOf(names);
const engines = enginesOf(names);
if (pages.length > 0) drive(pages);
if (engines.length > 0) tryEngines(engines);
