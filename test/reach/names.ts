import { FRAMEWORKS, type FrameworkName } from '../frameworks/frameworks.js';
import { ENGINES, type Engine } from './engines.js';

const isPage = (name: string): name is FrameworkName => Object.hasOwn(FRAMEWORKS, name);

const nameOf = ({ chrome }: Engine): string => `chrome-${String(chrome)}`;

/** The framework pages among the names. */
export const pagesOf = (names: readonly string[]): FrameworkName[] => names.filter(isPage);

/** The engines among the names: `chrome-66` and so on. */
export const enginesOf = (names: readonly string[]): Engine[] =>
  ENGINES.filter((engine) => names.includes(nameOf(engine)));

/** Whatever has a name. */
export const ALL: readonly string[] = [...Object.keys(FRAMEWORKS), ...ENGINES.map(nameOf)];
