import { YdrzError } from '../codes/ydrz-error.js';
import type { ServiceOptions } from './ask-service.js';
import { createCredentials } from './create-credentials.js';
import { BadRequest, errorResponse } from './http-error.js';
import { checkInputs } from './inputs.js';
import { readPrivateKey } from './private-key.js';
import { JSON_ONLY, JSON_OR_FORM, readBody, type BodyFields } from './request-body.js';
import { allowReading, isAllowedOrigin } from './request-origin.js';
import { validateToken, type ValidatedNumber } from './validate-token.js';

/** What `onLogin` is told. */
export interface ValidatedLogin extends ValidatedNumber {
  /** The request that brought the token; its body has been read. */
  request: Request;
}

export interface HandlerOptions extends Omit<ServiceOptions, 'signal'> {
  appId: string;
  /** The application's secret, at least 16 characters. */
  appKey: string;
  /** The RSA key whose public half is registered: PEM or bare base64, PKCS#8 or PKCS#1, or a CryptoKey that may sign. */
  privateKey: string | CryptoKey;
  /** Path that `/credentials`, `/login` and `/validate` stand under; by default the path's last part alone decides. */
  basePath?: string | undefined;
  /** Origins that may ask besides the request's own, such as the public one behind a proxy that ends TLS. */
  origins?: readonly string[] | undefined;
  /** The `name` of the `<ydrz-login>` in a form that is posted without a script; default `token`. */
  name?: string | undefined;
  /**
   * Called with the validated number. It may answer by itself (a session cookie, a redirect); otherwise `{phone}` is answered. What it
   * throws is the caller's own and comes out of the handler.
   */
  onLogin?: ((login: ValidatedLogin) => Response | undefined | Promise<Response | undefined>) | undefined;
  /** Language of hints, `'zh-CN'` or `'en'`; default `'zh-CN'`. */
  language?: string | undefined;
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: (() => number) | undefined;
}

const textIn = (body: BodyFields, key: string): string => {
  const value = body.get(key);
  return typeof value === 'string' ? value : '';
};

/** Whatever comes out of here is about one person at one time. */
const finished = (response: Response): Response => {
  // A copy, because the headers of a redirect cannot be changed.
  const copy = new Response(response.body, response);
  if (!copy.headers.has('cache-control')) copy.headers.set('cache-control', 'no-store');
  return copy;
};

/**
 * Make a web-standard request handler that serves `POST …/credentials` (JSON `{appId}`) and `POST …/login`, also called
 * `…/validate` (JSON `{token, userInformation}`, or a form with the fields `<name>` and `<name>-user-information`).
 *
 * Failures are answered as JSON `{code, message, hint}`. It keeps no state, so any number of copies can run side by side.
 * It compares nothing secret, so there is nothing to be learnt from how long it takes: tokens and signatures are checked by the service.
 *
 * @throws {YdrzError} 103002 when appId or appKey is missing or malformed.
 */
export const createHandler = (options: HandlerOptions): ((request: Request) => Promise<Response>) => {
  const { appId, appKey, privateKey, basePath, onLogin, name = 'token', language = 'zh-CN', now } = options;
  checkInputs({ appId, appKey }, 'credentials');
  const origins = new Set(options.origins);
  let key: Promise<CryptoKey> | undefined;

  const credentials = async (request: Request): Promise<Response> => {
    const body = await readBody(request, JSON_ONLY);
    if (body.get('appId') !== appId) {
      throw new YdrzError({ code: '105113', message: 'APPID 非法或为空', phase: 'credentials' });
    }
    return Response.json(createCredentials({ appId, appKey, now, language }));
  };

  const login = async (request: Request): Promise<Response> => {
    const body = await readBody(request, JSON_OR_FORM);
    const token = textIn(body, name) || textIn(body, 'token');
    const userInformation = textIn(body, `${name}-user-information`) || textIn(body, 'userInformation');
    // Read at the first login and not before: edge runtimes allow no work while a module is loaded.
    key ??= readPrivateKey(privateKey);
    const { phone, maskedPhone, traceId } = await validateToken({
      ...options,
      privateKey: await key,
      token,
      userInformation,
    });
    const answer = await onLogin?.({ phone, maskedPhone, traceId, request });
    return answer ?? Response.json({ phone });
  };

  const routes: ReadonlyMap<string, (request: Request) => Promise<Response>> = new Map([
    ['credentials', credentials],
    ['login', login],
    ['validate', login],
  ]);

  const routeOf = (request: Request) => {
    const [, folder, last] = /^(.*)\/([^/]*)$/.exec(new URL(request.url).pathname) ?? [];
    if (basePath !== undefined && folder !== basePath.replace(/\/+$/, '')) return undefined;
    return routes.get(last ?? '');
  };

  const answer = async (request: Request): Promise<Response> => {
    const route = routeOf(request);
    if (!route) throw new BadRequest(404);
    if (request.method === 'OPTIONS' && origins.has(request.headers.get('origin') ?? '')) {
      return new Response(null, { status: 204, headers: { 'access-control-allow-headers': 'content-type' } });
    }
    if (request.method !== 'POST') throw new BadRequest(405);
    if (!isAllowedOrigin(request, origins)) throw new BadRequest(403);
    return route(request);
  };

  return async (request) => {
    const response = finished(
      await answer(request).catch((error: unknown) => {
        if (error instanceof BadRequest || error instanceof YdrzError) return errorResponse(error, language);
        throw error;
      }),
    );
    allowReading(response.headers, request, origins);
    return response;
  };
};
