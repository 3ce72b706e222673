import assert from 'node:assert/strict';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { YdrzError } from './index.js';
import { readPrivateKey, signText } from './private-key.js';
import { PRIVATE_PEM, PUBLIC_PEM, privateKey } from './server-fixture.js';

const verifies = (signature: string, text: string, pem = PUBLIC_PEM) =>
  createVerify('RSA-SHA256').update(text).verify(pem, Buffer.from(signature, 'hex'));

describe('readPrivateKey and signText', () => {
  const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const forms: Record<string, string> = {
    'PKCS#8 PEM': PRIVATE_PEM,
    'PKCS#1 PEM': pkcs1,
    'PKCS#8 base64': privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    'PKCS#1 base64': privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
    'a PEM with \\n written out': PRIVATE_PEM.replaceAll('\n', '\\n'),
    'a PEM with Windows line ends': pkcs1.replaceAll('\n', '\r\n'),
  };
  for (const [form, key] of Object.entries(forms)) {
    test(`reads ${form}`, async () => {
      const signature = await signText(await readPrivateKey(key), '移动 text');
      assert.match(signature, /^[\dA-F]{512}$/);
      assert.ok(verifies(signature, '移动 text'));
      assert.ok(!verifies(signature, 'another text'));
    });
  }

  for (const modulusLength of [1024, 3072, 4096]) {
    test(`reads PKCS#1 of ${String(modulusLength)} bits`, async () => {
      const pair = generateKeyPairSync('rsa', {
        modulusLength,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      });
      const signature = await signText(await readPrivateKey(pair.privateKey), 'text');
      assert.ok(verifies(signature, 'text', pair.publicKey));
    });
  }

  test('takes a CryptoKey', async () => {
    const key = await readPrivateKey(PRIVATE_PEM);
    assert.equal(await readPrivateKey(key), key);
  });

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const encrypted = privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    .toString();
  const unreadable: Record<string, string> = {
    'the public half': PUBLIC_PEM,
    'an encrypted key': encrypted,
    'half a key': PRIVATE_PEM.slice(0, PRIVATE_PEM.length / 2),
    'a key on a curve': ec.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'no base64': 'secret words that must not be repeated',
  };
  for (const [what, key] of Object.entries(unreadable)) {
    test(`refuses ${what} without quoting it`, async () => {
      await assert.rejects(readPrivateKey(key), (error) => {
        assert.ok(error instanceof YdrzError);
        assert.equal(error.code, '104013');
        assert.equal(error.cause, undefined);
        assert.ok(!error.message.includes(key.slice(30, 60)) && !error.message.includes('secret'));
        return true;
      });
    });
  }

  test('refuses none at all', async () => {
    await assert.rejects(readPrivateKey(''), { code: '103002' });
  });

  test('a CryptoKey that may not sign is refused with its reason', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await assert.rejects(signText(pair, 'text'), { code: '104013' });
  });
});
