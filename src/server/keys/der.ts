/** One element of DER (X.690): its tag, and where its content stands in the bytes. */
export interface DerElement {
  tag: number;
  /** The first byte of the element itself. */
  start: number;
  /** The first byte of its content. */
  from: number;
  /** One past the last byte of its content. */
  to: number;
}

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;

/** The element that begins at a place, or undefined where there is none that ends before `limit`. */
export const elementAt = (bytes: Uint8Array, start: number, limit: number): DerElement | undefined => {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) return undefined;
  const count = first & 0x80 ? first & 0x7f : 0;
  // Nothing in a key is as long as 4 GB; 0x80, a length of no bytes, is BER's indefinite form, which DER does not have.
  if (count > 4 || first === 0x80) return undefined;
  let length = count ? 0 : first;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[start + 2 + index] ?? 0);
  const from = start + 2 + count;
  const to = from + length;
  return to <= limit ? { tag, start, from, to } : undefined;
};

/** The elements inside one; undefined where they do not fill it exactly. */
export const elementsIn = (
  bytes: Uint8Array,
  { from, to }: Pick<DerElement, 'from' | 'to'>,
): DerElement[] | undefined => {
  const elements: DerElement[] = [];
  for (let at = from; at < to;) {
    const element = elementAt(bytes, at, to);
    if (!element) return undefined;
    elements.push(element);
    at = element.to;
  }
  return elements;
};

export const contentOf = (bytes: Uint8Array, { from, to }: DerElement): Uint8Array =>
  bytes.subarray(from, to);

/** An object identifier's content in hex; empty for another element. */
export const identifierAt = (bytes: Uint8Array, element: DerElement | undefined): string =>
  element?.tag === OBJECT_IDENTIFIER
    ? Array.from(contentOf(bytes, element), (byte) => byte.toString(16).padStart(2, '0')).join('')
    : '';

/** Write an element. */
export const derOf = (tag: number, content: readonly number[]): number[] => {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return [tag, ...size, ...content];
};
