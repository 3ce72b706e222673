import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createCipheriv, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { build } from 'esbuild';
import { cryptoJs } from './bundle/crypto-js.js';
import { toModule } from './crypto-js-modules.js';

const require = createRequire(import.meta.url);

test('a built-in part of crypto-js works without a CommonJS runtime', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "import md5 from 'crypto-js/md5.js'; process.stdout.write(md5('一键登录').toString());",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [cryptoJs()],
  });
  const code = outputFiles[0]?.text ?? '';
  assert.ok(!/\brequire\b|__commonJS/.test(code), 'no CommonJS is left');
  assert.equal(
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }),
    createHash('md5').update('一键登录').digest('hex'),
  );
});

test('the parts that a part needs are imported in its order', () => {
  const path = require.resolve('crypto-js/aes');
  const imported = [...toModule(path, readFileSync(path, 'utf8')).matchAll(/^import .*'(.*)';$/gm)];
  assert.deepEqual(
    imported.map(([, name]) => name),
    ['./core.js', './md5.js', './cipher-core.js'],
  );
});

test('the built-in cipher encrypts as Node does', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import core from 'crypto-js/core.js';
        import 'crypto-js/aes.js';
        const [key, iv] = ['0123456789ABCDEF', '0'.repeat(16)].map((text) => core.enc.Utf8.parse(text));
        process.stdout.write(core.algo.AES.createEncryptor(key, { iv }).finalize('一键登录').toString());
      `,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [cryptoJs()],
  });
  const cipher = createCipheriv('aes-128-cbc', '0123456789ABCDEF', '0'.repeat(16));
  assert.equal(
    execFileSync(process.execPath, ['--input-type=module', '--eval', outputFiles[0]?.text ?? ''], {
      encoding: 'utf8',
    }),
    cipher.update('一键登录', 'utf8', 'hex') + cipher.final('hex'),
  );
});

test('a file of another form is refused', () => {
  assert.throws(() => toModule('other.js', 'module.exports = 1;'), /other\.js is not in the form/);
  assert.throws(() => toModule('md5.js', 'module.exports = 1;'), /md5\.js has no C\.HmacMD5, clone/);
});
