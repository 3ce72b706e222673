import * as source from '../../src/server/index.js';

/**
 * The server kit, of the source, or of the package where a test has set `SERVER_KIT` to `package` before it imports this: the kit's
 * own tests are run with either.
 */
export const { YdrzError, createCredentials, createHandler, validateToken } =
  process.env['SERVER_KIT'] === 'package' ? await import('ydrz-elements/server') : source;

export type YdrzError = source.YdrzError;
