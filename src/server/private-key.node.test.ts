import assert from 'node:assert/strict';
import {
  createPrivateKey,
  createPublicKey,
  createVerify,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { YdrzError, createHandler, validateToken } from '../../test/services/server-kit.js';
import type { PrivateKeySource } from './index.js';
import { APP_ID, APP_KEY, PRIVATE_PEM, PUBLIC_PEM, privateKey } from '../../test/services/server-fixture.js';
import { CERTIFICATE, REQUEST } from '../../test/services/certificates.js';

const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' = 'pkcs8') =>
  key.export({ type, format: 'pem' }).toString();
const base64 = (text: string) => Buffer.from(text).toString('base64');

const PKCS1_PEM = pem(privateKey, 'pkcs1');
const PKCS8_DER = privateKey.export({ type: 'pkcs8', format: 'der' });
const PKCS1_DER = privateKey.export({ type: 'pkcs1', format: 'der' });
const ONE_LINE = PKCS8_DER.toString('base64');

const handlerOf = (key: PrivateKeySource, language?: string) =>
  createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey: key, language });

/** What a token validation was signed with, as the service would look at it. */
const isSignedBy = async (key: PrivateKeySource, publicPem: string): Promise<boolean> => {
  let valid = false;
  await validateToken({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey: key, token: 'a-token', userInformation: 'u' },
    traceId: 'trace',
    now: () => 0,
    fetch(_, init) {
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      assert.ok(typeof body === 'object' && body !== null && 'sign' in body);
      assert.match(String(body.sign), /^[\dA-F]+$/);
      valid = createVerify('RSA-SHA256')
        .update(`${APP_ID}trace19700101080000000a-token2.0`)
        .verify(publicPem, Buffer.from(String(body.sign), 'hex'));
      return Promise.resolve(Response.json({ resultCode: '104007' }));
    },
  }).catch((error: unknown) => {
    assert.ok(error instanceof YdrzError && error.code === '104007', inspect(error));
  });
  return valid;
};

const bagged = (text: string) => `Bag Attributes
    friendlyName: shop
    localKeyID: 54 69 6D 65 20 31 36
Key Attributes: <No Attributes>
${text}`;

const CERTIFICATE_DER = Buffer.from(CERTIFICATE.replace(/-----.*-----/g, ''), 'base64');

const FORMS: Record<string, PrivateKeySource> = {
  'PKCS#8 PEM': PRIVATE_PEM,
  'PKCS#1 PEM': PKCS1_PEM,
  'PKCS#8 base64': ONE_LINE,
  'PKCS#1 base64': PKCS1_DER.toString('base64'),
  'base64 in lines': ONE_LINE.replace(/.{64}/g, '$&\r\n'),
  base64url: PKCS8_DER.toString('base64url'),
  hex: PKCS8_DER.toString('hex'),
  'hex with colons': PKCS8_DER.toString('hex').replace(/..(?=.)/g, '$&:'),
  'a PEM with \\n written out': PRIVATE_PEM.replaceAll('\n', '\\n'),
  'a PEM with \\r\\n written out': PRIVATE_PEM.replaceAll('\n', '\\r\\n'),
  'a PEM with \\\\n, escaped twice': PRIVATE_PEM.replaceAll('\n', '\\\\n'),
  'a PEM with \\\\r\\\\n, escaped twice': PKCS1_PEM.replaceAll('\n', '\\\\r\\\\n'),
  'a PEM in JSON': JSON.stringify(PRIVATE_PEM),
  'a PEM in JSON in JSON': JSON.stringify(JSON.stringify(PRIVATE_PEM)),
  'a PEM in JSON whose slashes and plusses are escaped': JSON.stringify(PRIVATE_PEM)
    .replaceAll('/', '\\/')
    .replaceAll('+', '\\u002B'),
  'a PEM with Windows line ends': PKCS1_PEM.replaceAll('\n', '\r\n'),
  'a PEM with spaces in place of line ends': PRIVATE_PEM.replaceAll('\n', ' '),
  'a PEM with no line ends': PRIVATE_PEM.replaceAll('\n', ''),
  'a PEM without any white space': PKCS1_PEM.replace(/\s/g, ''),
  'a PEM with a line between all lines': PRIVATE_PEM.replaceAll('\n', '\n\n'),
  'a PEM that is indented': PRIVATE_PEM.replace(/^/gm, '    '),
  'a PEM that is percent-encoded': encodeURIComponent(PRIVATE_PEM),
  'a PEM with the backslashes of a shell': PRIVATE_PEM.replaceAll('\n', '\\\n'),
  'a PEM in double quotes': `"${PRIVATE_PEM}"`,
  'a PEM in single quotes with \\n': `'${PRIVATE_PEM.replaceAll('\n', '\\n')}'`,
  'a PEM with the name of its variable': `PRIVATE_KEY="${PRIVATE_PEM}"`,
  'base64 in quotes': ` "${ONE_LINE}"\n`,
  'a PEM after a byte order mark': `\uFEFF${PRIVATE_PEM}`,
  'PKCS#8 under the label of PKCS#1': PRIVATE_PEM.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY'),
  'PKCS#1 under the label of PKCS#8': PKCS1_PEM.replaceAll('RSA PRIVATE KEY', 'PRIVATE KEY'),
  'base64 of a whole PEM': base64(PRIVATE_PEM),
  'base64 of a whole PEM in lines': base64(PKCS1_PEM).replace(/.{76}/g, '$&\n'),
  'base64 of base64 of a PEM': base64(base64(PRIVATE_PEM)),
  'base64 of base64': base64(ONE_LINE),
  'base64 of a PEM with \\n written out': base64(PRIVATE_PEM.replaceAll('\n', '\\n')),
  'a PEM with bag attributes': bagged(PRIVATE_PEM),
  'a PEM with bag attributes and certificates': `${bagged(CERTIFICATE)}\n${bagged(PRIVATE_PEM)}\n${CERTIFICATE}`,
  'both halves': `${PUBLIC_PEM}${PRIVATE_PEM}`,
  'a Buffer of a PEM': Buffer.from(PRIVATE_PEM),
  'a Buffer of base64': Buffer.from(ONE_LINE),
  'a Buffer of PKCS#8': PKCS8_DER,
  'a Buffer of PKCS#1': PKCS1_DER,
  'a Buffer of UTF-16': Buffer.from(`\uFEFF${PRIVATE_PEM}`, 'utf16le'),
  'a Buffer of UTF-16, its greater byte first': Buffer.from(`\uFEFF${PRIVATE_PEM}`, 'utf16le').swap16(),
  'a PEM with headers': PKCS1_PEM.replace(
    /KEY-----\n/,
    '$&Comment: the shop of 2026, made by hand\nX-Shop-9: a\n\n',
  ),
  'a PEM with its characters escaped twice': PRIVATE_PEM.replaceAll('\n', '\\\\n').replaceAll(
    '+',
    '\\\\u002b',
  ),
  'a PEM whose hyphens a word processor has joined': PRIVATE_PEM.replaceAll('-----', '\u2014'),
  'a part of a greater buffer': Uint8Array.from([1, 2, 3, ...PKCS8_DER, 4]).subarray(3, -1),
  'an ArrayBuffer': new Uint8Array(PKCS8_DER).buffer,
  'a KeyObject': privateKey,
  'a JSON Web Key': privateKey.export({ format: 'jwk' }),
  'a JSON Web Key as text': JSON.stringify(privateKey.export({ format: 'jwk' })),
};

describe('the private key is read from', () => {
  for (const [form, key] of Object.entries(FORMS)) {
    test(form, async () => {
      await handlerOf(key).ready();
      assert.ok(await isSignedBy(key, PUBLIC_PEM));
    });
  }

  for (const modulusLength of [1024, 3072, 4096]) {
    test(`${String(modulusLength)} bits`, async () => {
      const pair = generateKeyPairSync('rsa', { modulusLength });
      const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
      for (const key of [pem(pair.privateKey, 'pkcs1'), pair.privateKey.export({ format: 'jwk' })]) {
        assert.ok(await isSignedBy(key, publicPem));
      }
    });
  }

  test('a CryptoKey, which need not be extractable', async () => {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('pkcs8', PKCS8_DER, algorithm, false, ['sign']);
    await handlerOf(key).ready();
    assert.ok(await isSignedBy(key, PUBLIC_PEM));
  });
});

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
const dsa = generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const secured = (type: 'pkcs1' | 'pkcs8') =>
  privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
const shortKey = (modulusLength: number) =>
  pem(generateKeyPairSync('rsa', { modulusLength }).privateKey, 'pkcs1');
const opened = base64('openssh-key-v1\0\0\0\0\x04none and more bytes of a key');
const publicKey = createPublicKey(PUBLIC_PEM);

/** What is given in place of a key, by what its sentence has to say. */
const REFUSED: Record<string, [says: RegExp, keys: Record<string, unknown>]> = {
  encrypted: [
    /passphrase/,
    {
      'PKCS#8': secured('pkcs8'),
      'PKCS#1 of old': secured('pkcs1'),
      'of old in one line': secured('pkcs1').replaceAll('\n', '\\n'),
      'its base64 alone': secured('pkcs8').replace(/-----.*-----|\s/g, ''),
      DER: Buffer.from(secured('pkcs8').replace(/-----.*-----|\s/g, ''), 'base64'),
    },
  ],
  'the public half': [
    /is a public key/,
    {
      PEM: PUBLIC_PEM,
      base64: PUBLIC_PEM.replace(/-----.*-----|\s/g, ''),
      'PKCS#1': publicKey.export({ type: 'pkcs1', format: 'pem' }),
      KeyObject: publicKey,
      'JSON Web Key': publicKey.export({ format: 'jwk' }),
      'for SSH': 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ shop@example',
    },
  ],
  'a certificate': [
    /certificate/,
    { certificate: CERTIFICATE, request: REQUEST, base64: CERTIFICATE_DER.toString('base64') },
  ],
  'a curve': [
    /elliptic curve/,
    {
      'PKCS#8': pem(ec),
      SEC1: pem(ec, 'sec1'),
      'SEC1 with its parameters': `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${pem(ec, 'sec1')}`,
      KeyObject: ec,
      Ed25519: pem(ed25519),
      'JSON Web Key': ec.export({ format: 'jwk' }),
    },
  ],
  'another algorithm': [/no plain RSA key/, { 'RSA-PSS': pem(pss), DSA: pem(dsa) }],
  'too short': [
    /too short/,
    { '512 bits': shortKey(512), '768 bits': shortKey(768), 'PKCS#8': pem(createPrivateKey(shortKey(512))) },
  ],
  'another program’s': [
    /ssh-keygen/,
    {
      OpenSSH: `-----BEGIN OPENSSH PRIVATE KEY-----\n${opened}\n-----END OPENSSH PRIVATE KEY-----\n`,
      'OpenSSH, base64': opened,
      PuTTY: 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n',
    },
  ],
  'a store': [
    /key store/,
    {
      'PKCS#12': Buffer.from('3016020103301106092a864886f70d010701a0040402abcd', 'hex'),
      JKS: Buffer.from('feedfeed00000002', 'hex'),
    },
  ],
  'a path': [
    /path of a file/,
    {
      absolute: '/etc/shop/private.pem',
      relative: './keys/shop',
      home: '~/shop',
      Windows: 'C:\\\\keys\\\\shop.p8',
      url: 'file:///etc/shop',
    },
  ],
  damaged: [
    /incomplete or damaged/,
    {
      'half of it': PRIVATE_PEM.slice(0, PRIVATE_PEM.length / 2),
      'half of base64': ONE_LINE.slice(0, 1000),
      'a letter short': PRIVATE_PEM.replace(/.\n-----END/, '\n-----END').replace(/^(?!-).(?=.{20})/m, ''),
      'spaces for plusses': `${PRIVATE_PEM.slice(0, 60)}${PRIVATE_PEM.slice(60).replaceAll('+', ' ')}`,
      'half a JSON Web Key': { ...privateKey.export({ format: 'jwk' }), q: undefined },
      'broken JSON': '{"kty":"RSA"',
      'an empty block': '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n',
    },
  ],
  'no key': [
    /no unencrypted RSA private key/,
    {
      words: 'secret words that must not be repeated',
      number: 7,
      true: true,
      list: [],
      object: {},
      function: () => PRIVATE_PEM,
      'a secret KeyObject': { type: 'secret', export: () => Buffer.alloc(8) },
      'a promise': Promise.resolve(PRIVATE_PEM),
      'far too much': 'A'.repeat(70_000),
      'a symmetric JSON Web Key': { kty: 'oct', k: 'AAAA' },
    },
  ],
  missing: [
    /is missing/,
    { undefined, null: null, empty: '', spaces: ' \n', quotes: '""', 'an empty Buffer': Buffer.alloc(0) },
  ],
};

/** As a program without types would. */
const makeWith = (privateKey: unknown, language?: string): unknown =>
  Reflect.apply(createHandler, undefined, [{ appId: APP_ID, appKey: APP_KEY, privateKey, language }]);

const errorOf = (work: () => unknown): YdrzError => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof YdrzError, inspect(error));
    return error;
  }
  return assert.fail('It was taken');
};

/** The first characters that would betray what was given. */
const excerptOf = (key: unknown): string =>
  typeof key === 'string'
    ? key
        .replace(/-----.*-----/g, '')
        .trim()
        .slice(0, 12)
    : '';

describe('a handler is not made with a key that is', () => {
  for (const [kind, [says, keys]] of Object.entries(REFUSED)) {
    for (const [form, key] of Object.entries(keys)) {
      test(`${kind}: ${form}`, () => {
        const error = errorOf(() => makeWith(key, 'en'));
        assert.equal(error.code, kind === 'missing' ? '103002' : '104013');
        assert.match(error.message, says);
        assert.equal(error.cause, undefined);
        assert.notEqual(error.hint, '');
        const excerpt = excerptOf(key);
        assert.ok(!excerpt || !`${error.message}${error.hint}${String(error.stack)}`.includes(excerpt));
        assert.match(
          errorOf(() => makeWith(key)).message,
          /privateKey.*\p{Script=Han}|\p{Script=Han}.*privateKey/u,
        );
      });
    }
  }

  test('a CryptoKey of another kind or for another use', async () => {
    const hmac = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const sha1 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' };
    const weak = await crypto.subtle.importKey('pkcs8', PKCS8_DER, sha1, false, ['sign']);
    for (const key of [hmac, weak])
      assert.match(errorOf(() => makeWith(key, 'en')).message, /RSASSA-PKCS1-v1_5/);
    const sha256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const half = await crypto.subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      sha256,
      true,
      ['verify'],
    );
    assert.match(errorOf(() => makeWith(half, 'en')).message, /public key/);
  });
});

test('whatever has become of a file with a key, it is read or refused with a code and a hint', () => {
  const documents = [
    PKCS8_DER,
    PKCS1_DER,
    publicKey.export({ type: 'spki', format: 'der' }),
    CERTIFICATE_DER,
  ];
  const refused = new Set<string>();
  const look = (bytes: Buffer): void => {
    for (const key of [bytes, bytes.toString('base64')]) {
      try {
        makeWith(key, 'en');
      } catch (error) {
        assert.ok(error instanceof YdrzError && error.hint !== '', inspect(error));
        refused.add(error.code);
      }
    }
  };
  for (const whole of documents) {
    for (let length = 0; length < whole.length; length += 1) look(whole.subarray(0, length));
    // Lengths and tags stand in its first bytes.
    for (let place = 0; place < 48; place += 1) {
      for (const byte of [0x00, 0x02, 0x04, 0x30, 0x7f, 0x80, 0x81, 0x84, 0x85, 0xff]) {
        const changed = Buffer.from(whole);
        changed[place] = byte;
        look(changed);
      }
    }
  }
  assert.deepEqual([...refused].sort(), ['103002', '104013']);
});

test('a key with a wrong character in its modulus, which looks like any other, is found by ready()', async () => {
  const place = 100;
  const wrong = ONE_LINE[place] === 'A' ? 'B' : 'A';
  const handler = handlerOf(`${ONE_LINE.slice(0, place)}${wrong}${ONE_LINE.slice(place + 1)}`, 'en');
  await assert.rejects(
    handler.ready(),
    (error) => error instanceof YdrzError && error.message.includes('damaged'),
  );
});

test('the key that is read can never be had back', async () => {
  const imported: unknown[] = [];
  const { subtle } = crypto;
  const original = subtle.importKey.bind(subtle);
  const spied = (...given: Parameters<typeof original>) => {
    imported.push(given[3]);
    return original(...given);
  };
  Reflect.set(subtle, 'importKey', spied);
  try {
    await handlerOf(PRIVATE_PEM).ready();
    await isSignedBy(PRIVATE_PEM, PUBLIC_PEM);
  } finally {
    Reflect.deleteProperty(subtle, 'importKey');
  }
  assert.ok(imported.length > 1);
  assert.deepEqual(new Set(imported), new Set([false]));
});
