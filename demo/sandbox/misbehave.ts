import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { once } from 'node:events';
import { isFields } from './call.js';
import type { Fault, FaultKind } from './fault.js';
import { wait } from './wait.js';

/** A request that a fault hits. */
export interface Hit {
  fault: Fault;
  /** What the service would have answered. */
  real: () => Promise<Response>;
  /** Fires when the caller has gone. */
  gone: AbortSignal;
  node: HttpBindings;
  /** Address of the sandbox. */
  base: string;
}

const HTML =
  '<!doctype html><html><head><title>502</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };

/** The page may read a faulty answer where it might have read the real one; the fault is meant to be seen. */
const likeReal = async (hit: Hit, body: string | null, status = 200, headers = {}): Promise<Response> => {
  const real = await hit.real();
  const response = new Response(body, { status, headers: real.headers });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, String(value));
  return response;
};

const changed = (hit: Hit, change: (text: string) => string): Promise<Response> =>
  hit.real().then(async (real) => new Response(change(await real.text()), real));

/** Change the JSON of an answer, or the JSON that a carrier's script calls its function with. */
const changeJson = (text: string, change: (value: unknown) => unknown): string => {
  const [, start = '', json = '', end = ''] = /^(\w+\()?(.*?)(\);\s*)?$/s.exec(text) ?? [];
  const value: unknown = JSON.parse(json);
  return start + JSON.stringify(change(value)) + end;
};

const mapValues = (value: unknown, map: (value: unknown, name: string) => unknown, name = ''): unknown =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapValues(inner, map, name)]))
    : map(value, name);

const RETURN_CODES: ReadonlySet<string> = new Set(['resultCode', 'result']);

/** Send the head and half of the body, then reset the connection. */
const sendHalf = async ({ node: { incoming, outgoing }, real }: Hit): Promise<Response> => {
  const response = await real();
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': body.length,
  });
  outgoing.write(body.subarray(0, body.length / 2), () => incoming.socket.resetAndDestroy());
  return RESPONSE_ALREADY_SENT;
};

const drip = async ({ fault, real, gone }: Hit): Promise<Response> => {
  const response = await real();
  const body = new Uint8Array(await response.arrayBuffer());
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(fault.delay ?? 100, gone);
      if (sent >= body.length || gone.aborted) controller.close();
      else controller.enqueue(body.subarray(sent, (sent += 1)));
    },
  });
  return new Response(stream, response);
};

const silence = async ({ gone }: Hit): Promise<Response> => {
  if (!gone.aborted) await once(gone, 'abort');
  return RESPONSE_ALREADY_SENT;
};

const unreadable = async (hit: Hit): Promise<Response> => {
  const real = await hit.real();
  const response = new Response(real.body, real);
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith('access-control-')) response.headers.delete(name);
  }
  return response;
};

const MISBEHAVIOURS: Record<FaultKind, (hit: Hit) => Response | Promise<Response>> = {
  refused({ node }) {
    node.incoming.socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  },
  reset: sendHalf,
  timeout: silence,
  drip,
  async slow(hit) {
    await wait(hit.fault.delay ?? 1000, hit.gone);
    return hit.real();
  },
  status: (hit) => likeReal(hit, HTML, hit.fault.status ?? 500, htmlHeaders),
  empty: (hit) => likeReal(hit, null),
  html: (hit) => likeReal(hit, HTML, 200, htmlHeaders),
  truncated: (hit) => changed(hit, (text) => text.slice(0, text.length / 2)),
  types: (hit) =>
    changed(hit, (text) => changeJson(text, (value) => mapValues(value, () => ({ unexpected: true })))),
  code: (hit) =>
    changed(hit, (text) =>
      changeJson(text, (value) =>
        mapValues(value, (inner, name) => (RETURN_CODES.has(name) ? (hit.fault.code ?? '999999') : inner)),
      ),
    ),
  body: (hit) => likeReal(hit, hit.fault.body ?? ''),
  twice: (hit) => changed(hit, (text) => text + text),
  late: (hit) =>
    changed(hit, (text) => `setTimeout(function () { ${text} }, ${String(hit.fault.delay ?? 1000)});\n`),
  never: (hit) => changed(hit, () => '/* nothing */\n'),
  redirect: (hit) =>
    likeReal(hit, null, hit.fault.status ?? 302, {
      location: hit.fault.location ?? `${hit.base}/sandbox/sims`,
    }),
  cors: unreadable,
};

/** Answer a request as its fault says. */
export const misbehave = (hit: Hit): Response | Promise<Response> => MISBEHAVIOURS[hit.fault.kind](hit);
