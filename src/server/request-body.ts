import { isAnswer, readText } from './ask-service.js';
import { BadRequest } from './http-error.js';

/** A token with its userInformation is under 6 KB at their greatest lengths, form encoding included three times that. */
const LIMIT = 16 * 1024;

/** The fields of a body, whatever it was sent as. */
export type BodyFields = ReadonlyMap<string, unknown>;

const textOf = async (request: Request): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT) throw new BadRequest(413);
  return readText(request.body, LIMIT).catch((cause: unknown) => {
    throw new BadRequest(cause instanceof RangeError ? 413 : 400, { cause });
  });
};

const fromJson = (text: string): BodyFields => {
  const value: unknown = JSON.parse(text);
  if (!isAnswer(value)) throw new TypeError('Not a JSON object');
  return new Map(Object.entries(value));
};

/** Decoding undoes the form's own encoding and no more: `%3D` in userInformation travels as `%253D`. */
const fromForm = (text: string): BodyFields => new Map(new URLSearchParams(text));

const fromMultipart = async (text: string, type: string): Promise<BodyFields> =>
  new Map(await new Response(text, { headers: { 'content-type': type } }).formData());

type Reader = (text: string, type: string) => BodyFields | Promise<BodyFields>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['application/json', fromJson],
  ['application/x-www-form-urlencoded', fromForm],
  ['multipart/form-data', fromMultipart],
]);

/** The types that scripts send, and those that forms post without one. */
export const JSON_ONLY = ['application/json'] as const;
export const JSON_OR_FORM = [...READERS.keys()];

/** @throws {BadRequest} 415 for other types than those accepted, 413 when it is too long, 400 when it is not what its type says. */
export const readBody = async (request: Request, accepted: readonly string[]): Promise<BodyFields> => {
  const type = request.headers.get('content-type') ?? '';
  const essence = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const read = accepted.includes(essence) ? READERS.get(essence) : undefined;
  if (!read) throw new BadRequest(415);
  const text = await textOf(request);
  try {
    return await read(text, type);
  } catch (cause) {
    throw new BadRequest(400, { cause });
  }
};
