import { createDecipheriv, createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PATHS, type RecordedRequest, type Script, type ScriptedAnswer } from './script.js';

/** Headers that say nothing of the protocol: the browser's own and the connection's. */
const BROWSERS_OWN =
  /^(accept|accept-encoding|accept-language|cache-control|connection|content-length|dnt|host|pragma|priority|sec-.*|user-agent)$/;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(PATHS).map(([name, path]) => [path, name]));

/** One case: what it is answered, and what it has asked. */
class ScriptedCase {
  readonly requests: RecordedRequest[] = [];
  readonly #answers: Map<string, ScriptedAnswer[]>;
  #watchers: (() => void)[] = [];

  constructor(script: Script) {
    this.#answers = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));
  }

  take(request: RecordedRequest): ScriptedAnswer {
    this.requests.push(request);
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
    return this.#answers.get(request.name)?.shift() ?? { html: 'Not in the script', status: 501 };
  }

  /** Resolves when a request of that name has come, the given number of times. */
  async seen(name: string, times: number): Promise<void> {
    while (this.requests.filter((request) => request.name === name).length < times) {
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }
}

const parse = (body: string): unknown => {
  try {
    return body ? JSON.parse(body) : null;
  } catch {
    return body;
  }
};

/** What a browser sealed for China Telecom or China Unicom; undefined where it cannot be opened. */
const openSealed = (encrypted: string, reqdata: string): string | undefined => {
  const key = createHash('md5').update(encrypted).digest('hex').toUpperCase().slice(8, 24);
  const decipher = createDecipheriv('aes-128-cbc', key, '0'.repeat(16));
  try {
    return decipher.update(reqdata, 'hex', 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
};

/** What was sealed in a request's body, if it is a sealed one. */
const sealedIn = (body: unknown): { sealed?: unknown } => {
  if (typeof body !== 'object' || body === null || !('encrypted' in body) || !('reqdata' in body)) return {};
  const opened = openSealed(String(body.encrypted), String(body.reqdata));
  return { sealed: opened === undefined ? 'cannot be opened' : parse(opened) };
};

const record = async (request: IncomingMessage, path: string): Promise<RecordedRequest> => {
  const body = parse(await text(request));
  const headers = Object.entries(request.headers).filter(([name]) => !BROWSERS_OWN.test(name));
  return {
    name: NAMES.get(path) ?? path,
    method: request.method ?? '',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body,
    ...sealedIn(body),
  };
};

const allowPage = (request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? 'content-type',
  );
};

const send = (response: ServerResponse, answer: ScriptedAnswer): void => {
  if ('json' in answer)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer.json));
  else if ('script' in answer)
    response.setHeader('content-type', 'application/javascript').end(answer.script);
  else if ('html' in answer) {
    response.statusCode = answer.status;
    response.setHeader('content-type', 'text/html').end(answer.html);
  } else if ('reset' in answer) {
    // In the middle of the answer: a browser tries again by itself where a kept connection is reset before one.
    response.writeHead(200, { 'content-length': 100 });
    response.write('{', () => {
      response.destroy();
    });
  }
};

const isScript = (value: unknown): value is Script =>
  typeof value === 'object' && value !== null && Object.keys(value).every((name) => name in PATHS);

/** `/case/<id>`, then a control's name or a path of the protocol. */
const ADDRESS = /^\/case\/([\w-]+)(\/[^?]*)?(?:\?(.*))?$/;

const serve = async (
  cases: Map<string, ScriptedCase>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  allowPage(request, response);
  const [, id = '', path = '', query = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (request.method === 'PUT') {
    const script: unknown = JSON.parse(await text(request));
    if (!isScript(script)) throw new TypeError('Not a script');
    cases.set(id, new ScriptedCase(script));
    response.writeHead(204).end();
    return;
  }
  const scripted = cases.get(id);
  if (!scripted) {
    response.writeHead(404).end('No such case');
  } else if (path === '/requests') {
    send(response, { json: scripted.requests });
  } else if (path === '/seen') {
    const parameters = new URLSearchParams(query);
    await scripted.seen(parameters.get('name') ?? '', Number(parameters.get('times')));
    response.writeHead(204).end();
  } else {
    send(response, scripted.take(await record(request, path)));
  }
};

/** A service that answers each test case what the case says, and remembers what it was asked. Loopback only. */
export const startScriptedService = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const cases = new Map<string, ScriptedCase>();
  const server: Server = createServer((request, response) => {
    serve(cases, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
