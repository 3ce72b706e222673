/** One block of PEM. */
export interface PemBlock {
  /** Such as `RSAPRIVATEKEY`: its spaces may have been lost on the way, so none counts. */
  label: string;
  body: string;
  /** OpenSSL's old form says so in a header: `Proc-Type: 4,ENCRYPTED`. */
  encrypted: boolean;
}

const decoded = (text: string): string => {
  if (!/%(?:2B|2F|3D|0A|0D|20)/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Undo what environment files, JSON, shells and forms do to a text of several lines: quotes around it, `\n` and `\r\n` written out,
 * once or doubled, `\/` and `\u002B`, percent-encoding, a byte order mark.
 */
export const plainText = (text: string): string =>
  decoded(text)
    .replace(/\\{1,8}u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\{1,8}[rnt]/g, '\n')
    // None of these is a part of PEM, base64 or hex.
    .replace(/[\\"'`“”‘’\uFEFF\u200B]/g, '')
    .trim();

/** Dashes that a word processor has joined count too. */
const BLOCK =
  /[-–—]{1,8} ?BEGIN([A-Z0-9 ]{0,60})[-–—]{1,8}([^–—]*?)(?:[-–—]{1,8} ?END[A-Z0-9 ]{0,60}[-–—]{1,8}|$)/g;

const HEADER = /^[A-Za-z][\w-]*:.*$/gm;

/** The blocks of PEM in a text; what stands around them, such as bag attributes, is left out. */
export const pemBlocks = (text: string): PemBlock[] =>
  [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({
    label: label.replace(/\s+/g, ''),
    body: body.replace(HEADER, ''),
    encrypted: /4,\s*ENCRYPTED/.test(body),
  }));

/** Bytes of base64 or base64url, whatever white space is in it; undefined where it is neither. */
export const bytesOfBase64 = (text: string): Uint8Array | undefined => {
  const packed = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/');
  try {
    return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Bytes of hex that begins as DER does, with `30`; undefined for every other text. */
export const bytesOfHex = (text: string): Uint8Array | undefined => {
  const packed = text.replace(/[\s:]+/g, '');
  if (!/^30(?:[0-9a-f]{2})+$/i.test(packed)) return undefined;
  return Uint8Array.from(packed.match(/../g) ?? [], (pair) => parseInt(pair, 16));
};
