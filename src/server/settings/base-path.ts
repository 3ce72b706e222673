import { settingError, unquoted } from './setting-error.js';

/** One slash between parts and none at the end: `//api/ydrz/` is `/api/ydrz`. The root is the empty text. */
export const tidyPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/\/$/, '');

/**
 * The folder of the routes as it stands in a request's address: `api/ydrz/` is `/api/ydrz`.
 *
 * @throws {YdrzError} 103002, phase `credentials`, with a sentence.
 */
export const readBasePath = (given: unknown, language?: string): string | undefined => {
  if (given === undefined || given === null) return undefined;
  // What is no text is refused as a pattern is.
  const text = typeof given === 'string' ? unquoted(given) : '*';
  if (/[*?#:{}]|\.\./.test(text)) {
    const zh = 'basePath 是路径，如 /api/ydrz：不是完整地址，不带通配符、参数、? 和 #';
    const en = 'basePath is a path such as /api/ydrz: no whole address, pattern, parameter, ? or #';
    throw settingError({ zh, en }, language);
  }
  // As a request's address has it: other than ASCII is percent-encoded.
  return tidyPath(new URL(tidyPath(`/${text}`) || '/', 'http://localhost').pathname);
};
