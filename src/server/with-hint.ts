import { hintFor } from '../codes/hints.js';
import type { YdrzError } from '../codes/ydrz-error.js';

/** Say in an error what to do about it. */
export const withHint = (error: YdrzError, language?: string): YdrzError => {
  error.hint = hintFor(error, language);
  return error;
};
