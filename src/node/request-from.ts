import type { IncomingMessage } from 'node:http';

/** Methods that fetch's own Request refuses to be made with. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

const headersOf = ({ rawHeaders }: IncomingMessage): Headers => {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
};

/** The body, or undefined when it has more bytes than the limit. @throws when the caller hangs up in the middle. */
const bodyOf = async (
  incoming: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> = incoming;
  for await (const piece of stream) {
    size += piece.byteLength;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  const body = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    body.set(piece, place);
    place += piece.byteLength;
  }
  return body;
};

/** A request that no web-standard Request can be made of, and the status to turn it away with. */
interface TurnedAway {
  status: 400 | 405 | 413;
}

/**
 * The web-standard Request of one that Node has received; `signal` tells it when the caller has gone.
 *
 * @throws when the caller hangs up before the body is there.
 */
export const requestFrom = async (
  incoming: IncomingMessage,
  { signal, bodyLimit }: { signal: AbortSignal; bodyLimit: number },
): Promise<Request | TurnedAway> => {
  const { method = 'GET', url = '/', headers } = incoming;
  if (IMPOSSIBLE.has(method)) return { status: 405 };
  const scheme = 'encrypted' in incoming.socket ? 'https' : 'http';
  // A path that begins with two slashes is a path, not a host.
  const address = /^https?:/i.test(url) ? url : `${scheme}://${headers.host ?? 'localhost'}${url}`;
  if (!URL.canParse(address)) return { status: 400 };
  const body = await bodyOf(incoming, bodyLimit);
  if (!body) return { status: 413 };
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(address, {
    method,
    headers: headersOf(incoming),
    signal,
    ...(hasBody && { body }),
  });
};
