import { YdrzError, type Phase } from '../../codes/ydrz-error.js';
import { inLanguage, type Sentence } from '../language.js';

/** What is wrong with a setting, as a sentence that holds nothing of its value, which may be a secret. */
export const settingError = (
  sentence: Sentence,
  language?: string,
  phase: Phase = 'credentials',
): YdrzError => new YdrzError({ code: '103002', message: inLanguage(sentence, language), phase });

const PAIRS = ['""', "''", '``', '“”', '‘’'];

/** No setting is longer than this but a key, which is read elsewhere. */
const LONGEST = 2048;

/** Without white space at its ends, which a byte order mark counts as, and without spaces of no width. */
const trimmed = (text: string): string => {
  const bare = text.trim().replace(/^\u200B|\u200B$/g, '');
  return bare === text ? bare : trimmed(bare);
};

/** A setting without what files and environments leave around it: white space, line ends, a byte order mark, a pair of quotes. */
export const unquoted = (text: string): string => {
  if (text.length > LONGEST) return text;
  const bare = trimmed(text);
  const inside = bare.slice(1, -1);
  return bare.length > 1 && PAIRS.includes(`${bare[0] ?? ''}${bare.at(-1) ?? ''}`) ? unquoted(inside) : bare;
};
