import { ConnectionReset } from '../../node/connection-reset.js';
import { isFields } from '../../incoming/fields.js';
import type { Fault, FaultKind } from './fault.js';
import { wait } from '../web/wait.js';
import { saidOf } from '../wire/said.js';

/** A request that a fault hits. */
interface Hit {
  fault: Fault;
  /** The exchange's name. */
  exchange: string;
  /** What the service would have answered. */
  real: () => Promise<Response>;
  /** Fires when the caller has gone. */
  gone: AbortSignal;
  /** Address of the sandbox. */
  base: string;
}

const HTML =
  '<!doctype html><html><head><title>502</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };

/** An answer with the real one's headers, CORS included: a page that may read the real one is to see the fault. */
const likeReal = async (hit: Hit, body: string | null, status = 200, headers = {}): Promise<Response> => {
  const real = await hit.real();
  const response = new Response(body, { status, headers: real.headers });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, String(value));
  return response;
};

/** The real answer with another text. */
const changed = (hit: Hit, change: (text: string) => string): Promise<Response> =>
  hit.real().then(async (real) => new Response(change(await real.text()), real));

/** Change the JSON of an answer, or the JSON that a carrier's script calls its function with. */
const changeJson = (text: string, change: (value: unknown) => unknown): string => {
  const [, start = '', json = '', end = ''] = /^(\w+\()?(.*?)(\);\s*)?$/s.exec(text) ?? [];
  const value: unknown = JSON.parse(json);
  return start + JSON.stringify(change(value)) + end;
};

/** The same object with every value in it mapped, however deep. */
const mapValues = (value: unknown, map: (value: unknown, name: string) => unknown, name = ''): unknown =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapValues(inner, map, name)]))
    : map(value, name);

/** The fields that a return code stands in: the service's, and the carriers' gateways'. */
const CODE_FIELDS: ReadonlySet<string> = new Set(['resultCode', 'result']);

/** The fields that the service says a code's meaning in. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['resultDesc', 'desc']);

/** The head with the full length, half of the body, and then a reset connection. */
const half = async ({ real }: Hit): Promise<Response> => {
  const response = await real();
  const body = new Uint8Array(await response.arrayBuffer());
  let sent = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        // The error comes with the next pull: at once, it would drop the half that nobody has read yet.
        if (sent) controller.error(new ConnectionReset());
        else controller.enqueue(body.subarray(0, body.length / 2));
        sent = true;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.set('content-length', String(body.length));
  return new Response(stream, { status: response.status, headers });
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

const silence = ({ gone }: Hit): Promise<never> =>
  new Promise((_resolve, reject) => {
    const end = () => reject(new DOMException('Nobody waits any more', 'AbortError'));
    if (gone.aborted) end();
    else gone.addEventListener('abort', end, { once: true });
  });

const unreadable = async (hit: Hit): Promise<Response> => {
  const real = await hit.real();
  const response = new Response(real.body, real);
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith('access-control-')) response.headers.delete(name);
  }
  return response;
};

const MISBEHAVIOURS: Record<FaultKind, (hit: Hit) => Response | Promise<Response>> = {
  refused() {
    throw new ConnectionReset();
  },
  reset: half,
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
        mapValues(value, (inner, name) => {
          const { code = '999999' } = hit.fault;
          if (CODE_FIELDS.has(name)) return code;
          return TEXT_FIELDS.has(name) ? (saidOf(hit.exchange, code) ?? inner) : inner;
        }),
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
