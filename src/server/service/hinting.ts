import { hintFor } from '../../codes/hints.js';
import { YdrzError } from '../../codes/ydrz-error.js';

/** Say in an error what to do about it. */
const withHint = (error: unknown, language?: string): unknown => {
  if (error instanceof YdrzError) error.hint ||= hintFor(error, language);
  return error;
};

/** Run something, and have its errors say what to do about them. */
export const hinting = <Result>(language: string | undefined, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw withHint(error, language);
  }
};

/** The same for a promise. */
export const hintingLater = async <Result>(
  language: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw withHint(error, language);
  }
};
