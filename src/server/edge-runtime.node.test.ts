import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { APP_ID, APP_KEY, PRIVATE_PEM } from '../../test/services/server-fixture.js';

/** What edge runtimes have: web standards, and nothing of Node. */
const WEB = {
  AbortController,
  DOMException,
  Headers,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearTimeout,
  crypto,
  performance,
  setTimeout,
};

test('the kit validates a token where there is nothing but web standards', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kit',
    platform: 'browser',
    // crypto-js asks for it where the global crypto is missing; edge runtimes have that.
    external: ['crypto'],
    logLevel: 'error',
  });
  const asked: unknown[] = [];
  const fetch = (url: unknown) => {
    asked.push(url);
    return Promise.resolve(Response.json({ resultCode: '104007', desc: 'token不存在' }));
  };
  const context = createContext({ ...WEB, fetch });
  const source = outputFiles[0]?.text ?? '';
  assert.doesNotMatch(source, /["']node:/);
  runInContext(source, context);
  Object.assign(context, { APP_ID, APP_KEY, PRIVATE_PEM });
  const status: unknown = await runInContext(
    `kit.createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM })(
      new Request('https://shop.example/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: 't', userInformation: 'u' }),
      }),
    ).then((response) => response.status)`,
    context,
  );
  assert.equal(status, 401);
  assert.deepEqual(asked, ['https://www.cmpassport.com/h5/onekeylogin/tokenValidate']);
});
