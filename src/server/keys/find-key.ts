import { kindOfJsonWebKey } from './json-web-key.js';
import { kindOfDer, problem, type KeyKind, type RsaKey } from './key-kind.js';
import type { KeyProblem } from './key-problems.js';
import { bytesIn, isJsonWebKey, isKeyObject, type KeyObjectLike } from './key-source.js';
import { bytesOfBase64, bytesOfHex, pemBlocks, plainText, type PemBlock } from './key-text.js';

/** Longer than any key with its certificates; what is longer is not looked at. */
const LIMIT = 64 * 1024;

/** How many encodings may lie around a key: nobody goes further than base64 of base64 of a PEM. */
const DEPTH = 3;

/** How forms that are no PEM begin. */
const FOREIGN: readonly (readonly [pattern: RegExp, kind: KeyProblem])[] = [
  [/^(?:ssh-|ecdsa-|sk-)/, 'public'],
  [/^PuTTY-User-Key-File/i, 'openssh'],
  [/^openssh-key-v1/, 'openssh'],
  [/^(?:file:|~|\.{1,2}[/\\]|[A-Za-z]:[/\\])/, 'path'],
  [/^[^\s]{1,300}\.(?:pem|key|der|p8|pk8|p12|pfx|jks|txt|crt|cer)$/i, 'path'],
];

/** Labels without their spaces, for blocks whose content does not tell or cannot be read. */
const LABELS: readonly (readonly [label: RegExp, kind: KeyProblem])[] = [
  [/^ENCRYPTED/, 'encrypted'],
  [/^(?:OPENSSH|SSH2)/, 'openssh'],
  [/^EC(?:PRIVATEKEY|PARAMETERS)/, 'curve'],
  [/^DSA/, 'other'],
  [/CERTIFICATE/, 'certificate'],
  [/PUBLICKEY$/, 'public'],
];

const ofBlock = ({ label, body, encrypted }: PemBlock): KeyKind => {
  if (encrypted) return problem('encrypted');
  const bytes = bytesOfBase64(body);
  const kind = bytes ? kindOfDer(bytes) : problem('damaged');
  // What the bytes say counts more than a label: PKCS#8 under "RSA PRIVATE KEY" is common.
  if (kind.kind !== 'damaged' && kind.kind !== 'unknown') return kind;
  return problem(LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? kind.kind);
};

const isRsa = (kind: KeyKind): kind is RsaKey => kind.kind === 'rsa';

/** A file may hold certificates and bag attributes beside the key. */
const ofBlocks = (blocks: readonly PemBlock[]): KeyKind => {
  const found = blocks.map((block) => ({ block, kind: ofBlock(block) }));
  const best =
    found.find(({ kind }) => isRsa(kind)) ??
    found.find(({ block }) => block.label.includes('PRIVATE')) ??
    found[0];
  return best?.kind ?? problem('unknown');
};

const ofJson = (text: string): KeyKind => {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonWebKey(value) ? kindOfJsonWebKey(value) : problem('unknown');
  } catch {
    return problem('damaged');
  }
};

const ofText = (given: string, depth: number): KeyKind => {
  if (given.length > LIMIT) return problem('unknown');
  const text = plainText(given);
  if (!text) return problem('missing');
  if (given.trimStart().startsWith('{')) return ofJson(given);
  const blocks = pemBlocks(text);
  if (blocks.length > 0) return ofBlocks(blocks);
  const foreign = FOREIGN.find(([pattern]) => pattern.test(given.trim()));
  if (foreign) return problem(foreign[1]);
  const bytes = bytesOfHex(text) ?? bytesOfBase64(text);
  return bytes && depth > 0 ? ofBytes(bytes, depth - 1) : problem('unknown');
};

/** DER, or a text in whatever encoding an editor has saved it. */
const ofBytes = (bytes: Uint8Array, depth: number): KeyKind => {
  if (bytes.length > LIMIT) return problem('unknown');
  const [first, second] = bytes;
  // A Java key store begins with FE ED FE ED.
  if (first === 0xfe && second === 0xed) return problem('store');
  if (first === 0x30) {
    // The character 0 is 30 too, so this may be a text. No text has the byte with which an RSA key's length begins.
    const kind = kindOfDer(bytes);
    if (kind.kind !== 'damaged' || (second ?? 0) & 0x80) return kind;
  }
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return ofText(new TextDecoder(encoding).decode(bytes), depth);
};

const ofKeyObject = (key: KeyObjectLike): KeyKind => {
  if (key.type === 'public') return problem('public');
  if (key.type !== 'private') return problem('unknown');
  try {
    return ofBytes(key.export({ type: 'pkcs8', format: 'der' }), 0);
  } catch {
    return problem('unknown');
  }
};

/** Find the RSA key in what was given, which may be anything at all where nothing checks types. */
export const findKey = (source: unknown): KeyKind => {
  if (source === undefined || source === null) return problem('missing');
  if (typeof source === 'string') return ofText(source, DEPTH);
  const bytes = bytesIn(source);
  if (bytes) return bytes.length === 0 ? problem('missing') : ofBytes(bytes, DEPTH);
  if (isKeyObject(source)) return ofKeyObject(source);
  return isJsonWebKey(source) ? kindOfJsonWebKey(source) : problem('unknown');
};
