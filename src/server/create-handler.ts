import { createCredentials } from './create-credentials.js';
import type { HandlerOptions, LoginHandler } from './handler-options.js';
import { failureOf, failureResponse, type FailurePhase } from './http/login-failure.js';
import { readReport } from './http/login-report.js';
import { Refusal } from './http/refusal.js';
import { BEACON, JSON_ONLY, JSON_OR_FORM, readBody, type BodyFields } from './http/request-body.js';
import { allowReading, isAllowedOrigin } from './http/request-origin.js';
import { provenKey } from './keys/private-key.js';
import { hinting, hintingLater } from './service/hinting.js';
import { inputProblem } from './service/inputs.js';
import { withinTime } from './service/time-limit.js';
import { tidyPath } from './settings/base-path.js';
import { readSettings } from './settings/settings.js';
import { validateToken } from './validate-token.js';

const textIn = (body: BodyFields, key: string): string => {
  const value = body.get(key);
  return typeof value === 'string' ? value : '';
};

/** An answer is about one person at one time, so no cache may keep it unless it says so itself. */
const finished = (response: Response): Response => {
  // A copy, because the headers of a redirect cannot be changed.
  const copy = new Response(response.body, response);
  if (!copy.headers.has('cache-control')) copy.headers.set('cache-control', 'no-store');
  return copy;
};

/** One request on its way through the handler. */
interface Exchange {
  request: Request;
  phase: FailurePhase;
  /** What the request has brought that must not reach `onFailure`, whose words may be logged. */
  secrets: string[];
}

/**
 * Make a web-standard request handler that serves `POST …/credentials` (JSON `{appId}`) and `POST …/login`, also called
 * `…/validate` (JSON `{token, userInformation}`, or a form with the fields `<name>` and `<name>-user-information`), and
 * `POST …/report` where there is an `onReport`.
 *
 * Failures are answered as JSON `{code, message, hint}`; what the service or the server's own settings have to do with them is told
 * `onFailure` alone. It keeps no state, so any number of copies can run side by side. It compares nothing secret, so there is nothing
 * to be learnt from how long it takes: tokens and signatures are checked by the service.
 *
 * @throws {YdrzError} with a sentence when an option cannot work: 104013 for the private key, 103002 for all others.
 */
export const createHandler = (options: HandlerOptions): LoginHandler => {
  const { onCredentials, onLogin, onFailure, onReport, fetch, now } = options;
  const settings = hinting(options.language, () => readSettings(options));
  const { appId, appKey, gateway, timeout, basePath, origins, name, language } = settings;

  let reading: Promise<CryptoKey> | undefined;
  // Not before somebody asks: edge runtimes allow no such work while a module is loaded.
  const key = () => (reading ??= hintingLater(language, () => provenKey(settings.key, language)));

  const credentials = async ({ request }: Exchange): Promise<Response> => {
    const body = await readBody(request, JSON_ONLY, timeout);
    if (body.get('appId') !== appId) throw new Refusal('application');
    const asking = async () => onCredentials?.({ appId, request });
    const verdict = await withinTime(timeout, undefined, asking);
    if (verdict === false) throw new Refusal('often');
    // Not by `instanceof`: a Response of another realm, such as undici's own, must not be taken for leave to sign.
    if (verdict && verdict !== true) return verdict;
    return Response.json(createCredentials({ appId, appKey, now, language }));
  };

  const login = async ({ request, secrets }: Exchange): Promise<Response> => {
    const body = await readBody(request, JSON_OR_FORM, timeout);
    const token = textIn(body, name) || textIn(body, 'token');
    const userInformation = textIn(body, `${name}-user-information`) || textIn(body, 'userInformation');
    secrets.push(token, userInformation);
    const detail = inputProblem({ token, userInformation });
    if (detail) throw new Refusal('input', { detail });
    const asked = { appId, appKey, token, userInformation, gateway, timeout, fetch, now, language };
    const { phone, maskedPhone, traceId } = await validateToken({ ...asked, privateKey: await key() });
    const answer = await onLogin?.({ phone, maskedPhone, traceId, request });
    return answer ?? Response.json({ phone });
  };

  const report = async ({ request }: Exchange): Promise<Response> => {
    await onReport?.(readReport(await readBody(request, BEACON, timeout)));
    return new Response(null, { status: 204 });
  };

  interface Route {
    phase: FailurePhase;
    answer: (exchange: Exchange) => Promise<Response>;
  }
  const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
    ['credentials', { phase: 'credentials', answer: credentials }],
    ['login', { phase: 'token', answer: login }],
    ['validate', { phase: 'token', answer: login }],
    ...(onReport ? [['report', { phase: 'report', answer: report }] as const] : []),
  ]);

  const routeOf = (request: Request): Route | undefined => {
    const [, folder, last] = /^(.*)\/([^/]*)$/.exec(tidyPath(new URL(request.url).pathname)) ?? [];
    return basePath === undefined || folder === basePath ? routes.get(last ?? '') : undefined;
  };

  const answer = async (exchange: Exchange): Promise<Response> => {
    const { request } = exchange;
    const route = routeOf(request);
    if (!route) throw new Refusal('path');
    exchange.phase = route.phase;
    if (request.method === 'OPTIONS' && origins.has(request.headers.get('origin') ?? '')) {
      return new Response(null, { status: 204, headers: { 'access-control-allow-headers': 'content-type' } });
    }
    if (request.method !== 'POST') throw new Refusal('method');
    if (!isAllowedOrigin(request, settings)) throw new Refusal('origin');
    return route.answer(exchange);
  };

  /** The answer to a failure of the kit's own. @throws every other error as it came: it is the caller's */
  const failed = async (error: unknown, { phase, secrets }: Exchange, since: number): Promise<Response> => {
    const failure = failureOf(error, [...secrets, appKey], language);
    if (!failure) throw error;
    const { problem, ...told } = failure;
    if (onFailure) {
      const milliseconds = Math.round(performance.now() - since);
      const { code, status } = problem;
      const report = { code, phase, status, milliseconds, ...told };
      const telling = () => Promise.resolve(report).then(onFailure);
      await withinTime(timeout, undefined, telling).catch(() => undefined);
    }
    return failureResponse(problem, language);
  };

  const handle = async (request: Request): Promise<Response> => {
    const since = performance.now();
    const exchange: Exchange = { request, phase: 'request', secrets: [] };
    const response = finished(
      await answer(exchange).catch((error: unknown) => failed(error, exchange, since)),
    );
    allowReading(response.headers, request, origins);
    return response;
  };

  return Object.assign(handle, {
    async ready() {
      await key();
    },
  });
};
