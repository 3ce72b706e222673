import { ENGINES } from './engines.js';
import { tryEngines } from './try-engines.js';

tryEngines(ENGINES.filter(({ first }) => first === true));
