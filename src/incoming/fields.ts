/** A JSON object that nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything as an object to look into; empty where it is none. */
export const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

/** The object under a key; empty where there is none. */
export const fieldsAt = (fields: Fields, key: string): Fields => asFields(fields[key]);

/** Strings as they are, numbers of either kind as text, everything else empty. */
const asText = (value: unknown): string => (/^(str|num|big)/.test(typeof value) ? String(value) : '');

/** The text under a key, which is read once: a getter of foreign code's may answer differently the next time. */
export const textAt = (fields: Fields, key: string): string => asText(fields[key]);

/** What a JSON text says; undefined for any other text. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
