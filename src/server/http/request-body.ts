import { isFields } from '../../incoming/fields.js';
import { letGo, readText } from '../../incoming/read-text.js';
import { withinTime } from '../service/time-limit.js';
import { Refusal } from './refusal.js';

/** A token and its userInformation have 5 KB at most, and in a form three times that: each character may be three there. */
const LIMIT = 16 * 1024;

/** The fields of a body, whatever it was sent as. */
export type BodyFields = ReadonlyMap<string, unknown>;

const problemOf = (cause: unknown) => {
  if (cause instanceof RangeError) return 'length';
  return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'slow' : 'body';
};

const textOf = async (request: Request, timeout: number): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT) {
    letGo(request.body);
    throw new Refusal('length');
  }
  return withinTime(timeout, undefined, (signal) => readText(request, LIMIT, signal)).catch(
    (cause: unknown) => {
      throw new Refusal(problemOf(cause), { cause });
    },
  );
};

const fromJson = (text: string): BodyFields => {
  const value: unknown = JSON.parse(text);
  if (!isFields(value)) throw new TypeError('Not a JSON object');
  return new Map(Object.entries(value));
};

/** Decoding undoes the form's own encoding and no more: `%3D` in userInformation travels as `%253D`. */
const fromForm = (text: string): BodyFields => new Map(new URLSearchParams(text));

const fromMultipart = async (text: string, type: string): Promise<BodyFields> =>
  new Map(await new Response(text, { headers: { 'content-type': type } }).formData());

type Reader = (text: string, type: string) => BodyFields | Promise<BodyFields>;

const JSON_TYPE = 'application/json';

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [JSON_TYPE, fromJson],
  ['application/x-www-form-urlencoded', fromForm],
  ['multipart/form-data', fromMultipart],
  // What `navigator.sendBeacon` sends a text as.
  ['text/plain', fromJson],
]);

/** What scripts send. */
export const JSON_ONLY = [JSON_TYPE] as const;
/** What scripts send, and what a form posts without one. */
export const JSON_OR_FORM = [JSON_TYPE, 'application/x-www-form-urlencoded', 'multipart/form-data'] as const;
/** What `report-url` is sent. */
export const BEACON = [JSON_TYPE, 'text/plain'] as const;

/**
 * Read a request's body.
 *
 * @param timeout milliseconds until all of it has to be here
 * @throws {Refusal} 415 for other types than those accepted, 413 when it is too long, 408 when it does not end, 400 when it is not what
 *   its type says.
 */
export const readBody = async (
  request: Request,
  accepted: readonly string[],
  timeout: number,
): Promise<BodyFields> => {
  const type = request.headers.get('content-type') ?? '';
  const essence = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const read = accepted.includes(essence) ? READERS.get(essence) : undefined;
  if (!read) throw new Refusal('type');
  const text = await textOf(request, timeout);
  try {
    return await read(text, type);
  } catch (cause) {
    throw new Refusal('body', { cause });
  }
};
