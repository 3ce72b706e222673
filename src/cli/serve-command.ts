import { YdrzError } from '../codes/ydrz-error.js';
import { listen } from '../node/listen.js';
import type { Listening } from '../node/listening.js';
import { createHandler } from '../server/create-handler.js';
import type { LoginHandler } from '../server/handler-options.js';
import { APPLICATION_OPTIONS, privateKeyOf, settingsOf, type Settings } from './application.js';
import { readMilliseconds, readPort } from './arguments.js';
import { untilStopped, type Command, type Run } from './command.js';
import { UsageError, explainListening, lineOf } from './failure.js';

const PORT = '8020';
const HEALTH = '/healthz';

/** The paths that are answered, and the only ones that the log names: a path that somebody made up may hold anything. */
const ROUTES: ReadonlySet<string> = new Set(['/credentials', '/validate', HEALTH]);

/** @throws {UsageError} for whatever the server kit cannot work with. */
const handlerOf = async (given: Run['given'], settings: Settings): Promise<LoginHandler> => {
  const privateKey = await privateKeyOf(settings);
  if (privateKey === undefined) {
    throw new UsageError('The RSA key is missing: set --key, PRIVATE_KEY_FILE or PRIVATE_KEY');
  }
  const origins = given.many('origin');
  const timeout = settings.get('timeout', 'TIMEOUT');
  try {
    const handler = createHandler({
      appId: settings.need('app-id', 'APP_ID'),
      appKey: settings.need('', 'APP_KEY'),
      privateKey,
      basePath: '/',
      gateway: settings.get('gateway', 'GATEWAY'),
      testLine: given.has('test-line') || settings.get('', 'TEST_LINE') === '1',
      ...(timeout !== undefined && { timeout: readMilliseconds(timeout, '--timeout') }),
      trustProxy: given.has('trust-proxy') || settings.get('', 'TRUST_PROXY') === '1',
      origins: origins.length > 0 ? origins : settings.get('', 'ORIGINS'),
      language: 'en',
      onLogin: ({ phone, maskedPhone, traceId }) => Response.json({ phone, maskedPhone, traceId }),
    });
    await handler.ready();
    return handler;
  } catch (error) {
    if (error instanceof YdrzError) throw new UsageError(lineOf(error));
    throw error;
  }
};

/** The server kit's code of a failure; undefined for a success. */
const codeOf = async (response: Response): Promise<string | undefined> => {
  if (response.ok) return undefined;
  const [, code] = /"code":\s*"([^"]*)"/.exec(await response.clone().text()) ?? [];
  return code;
};

/** `serve`: the server kit as a service of its own. */
export const SERVE: Command = {
  summary: 'The server kit as a small service, for backends in any language',
  details: [
    'POST /credentials {"appId"}                  signs: {sign, traceId, timestamp, …}',
    'POST /validate {"token","userInformation"}   answers {phone, maskedPhone, traceId}',
    'GET /healthz                                 200 while it takes requests, 503 while it ends',
    '',
    'Settings come from the environment (APP_ID, APP_KEY, PRIVATE_KEY or PRIVATE_KEY_FILE, GATEWAY, TEST_LINE=1,',
    'ORIGINS, TRUST_PROXY=1, TIMEOUT, HOST, PORT) or from --env.',
    'It logs a JSON line for each request, without number, token or key.',
    'SIGTERM ends it once what was asked is answered. It keeps no state: any number of copies run side by side.',
  ],
  example: 'ydrz-elements serve --env .env',
  options: {
    ...APPLICATION_OPTIONS,
    'test-line': { help: "the service's test line" },
    origin: { value: 'origin', many: true, help: 'an origin whose pages may ask; may be given again' },
    'trust-proxy': { help: 'a proxy puts the public host into X-Forwarded-Host' },
    timeout: { value: 'ms', help: 'default TIMEOUT, else 8000: how long the service may take' },
    host: { value: 'host', help: 'default HOST, else 127.0.0.1: this machine alone' },
    port: { value: 'port', help: `default PORT, else ${PORT}; 0 takes a free one` },
    json: { help: 'changes nothing: every line is JSON already' },
  },
  async run({ given, environment, output, signal }) {
    const settings = await settingsOf({ given, environment });
    const handle = await handlerOf(given, settings);
    const port = readPort(settings.get('port', 'PORT') ?? PORT, '--port');
    const host = settings.get('host', 'HOST') ?? '127.0.0.1';

    const health = (): Response =>
      Response.json({ status: signal.aborted ? 'ending' : 'ok' }, { status: signal.aborted ? 503 : 200 });

    const answer = async (request: Request): Promise<Response> => {
      const began = performance.now();
      const { pathname } = new URL(request.url);
      const isKnown = ROUTES.has(pathname);
      const ask = () => (isKnown ? handle(request) : Promise.resolve(new Response(null, { status: 404 })));
      const response = pathname === HEALTH && request.method === 'GET' ? health() : await ask();
      const line = {
        time: new Date().toISOString(),
        method: request.method,
        path: isKnown ? pathname : 'other',
        status: response.status,
        code: await codeOf(response),
        ms: Math.round(performance.now() - began),
      };
      output.line(JSON.stringify(line));
      return response;
    };

    const start = async (): Promise<Listening> => {
      try {
        return await listen(answer, { port, host });
      } catch (error) {
        throw explainListening(error);
      }
    };
    const listening = await start();
    const { url } = listening;
    output.line(JSON.stringify({ time: new Date().toISOString(), ready: url }));
    await untilStopped(signal);
    await listening.drain();
    return 0;
  },
};
