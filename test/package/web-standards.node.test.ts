import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import type * as Published from 'ydrz-elements/sandbox';
import { createHandler } from 'ydrz-elements/server';
import { isFields } from '../services/fields.js';
import {
  APP,
  APP_ID,
  APP_KEY,
  PAGE,
  USER_INFORMATION,
  askCm,
  askPartner,
  askToken,
  at,
  login,
  privateKey,
  text,
} from '../services/test-client.js';

// The published sandbox as a bundler takes it for a browser, a worker or an edge runtime, where nothing of Node is.

const WEB = {
  ...{ AbortController, AbortSignal, DOMException, Headers, ReadableStream, Request, Response },
  ...{ TextDecoder, TextEncoder, TransformStream, URL, URLSearchParams, atob, btoa, crypto, performance },
  ...{ clearTimeout, queueMicrotask, setTimeout },
};
const BASE = 'http://service.invalid/sandbox';

type SandboxExports = Pick<typeof Published, 'createSandbox' | 'generateApp'>;

const isSandbox = (value: unknown): value is SandboxExports =>
  isFields(value) &&
  typeof value['createSandbox'] === 'function' &&
  typeof value['generateApp'] === 'function';

let source: string;
let published: SandboxExports;
const ours = globalThis.fetch;
before(async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export * from 'ydrz-elements/sandbox'", resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'published',
    platform: 'browser',
    logLevel: 'error',
  });
  source = outputFiles[0]?.text ?? '';
  const context = createContext({ ...WEB });
  runInContext(source, context);
  assert.ok(isSandbox(context['published']));
  published = context['published'];
});
after(() => {
  globalThis.fetch = ours;
});

/** A sandbox that the test's own client talks to in place of the network. */
const start = (options: Partial<Published.SandboxOptions> = {}): Published.Sandbox => {
  const sandbox = published.createSandbox({ apps: [APP], pages: [PAGE], basePath: '/sandbox', ...options });
  globalThis.fetch = (input, init) => {
    // Where a browser would set them, a request keeps neither.
    const { origin, referer } = Object.fromEntries(new Headers(init?.headers));
    const caller = { ...(origin !== undefined && { origin }), ...(referer !== undefined && { referer }) };
    return sandbox.fetch(new Request(input, init), caller);
  };
  return sandbox;
};

const validate = (sandbox: Published.Sandbox, token: string): Promise<Response> =>
  createHandler({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: BASE },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  })(
    new Request('https://shop.example/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, userInformation: USER_INFORMATION }),
    }),
  );

const buy = async (sim: string, number: string): Promise<string> => {
  const one = login(`${BASE}/sim/${sim}`);
  const accessToken = text(at(await askCm(one), 'body'), 'accessToken');
  return text(at(await askToken(one, accessToken, number), 'data'), 'token');
};

test('nothing of Node is in it', () => {
  assert.doesNotMatch(source, /["']node:|\brequire\(|\bprocess\./);
});

test('a whole login, with a SIM of one’s own', async () => {
  const sandbox = start({ sims: [{ id: 'own', number: '13912345678', operator: 'CM' }] });
  const response = await validate(sandbox, await buy('own', '13912345678'));
  assert.deepEqual(await response.json(), { phone: '13912345678' });
  assert.equal(sandbox.requests.map(({ exchange }) => exchange).join(), 'cm,token,validate');
});

test('the other carriers, through their gateways', async () => {
  start();
  for (const partner of ['ct', 'cu'] as const) {
    const answer = await askPartner(login(`${BASE}/sim/${partner}`), partner);
    assert.notEqual(text(answer, 'accessToken'), '', JSON.stringify(answer));
  }
});

test('time that passes: the token is too old', async () => {
  const sandbox = start();
  const token = await buy('cm', '13800138000');
  sandbox.advance(3 * 60_000);
  const response = await validate(sandbox, token);
  assert.equal(response.status, 401);
});

test('a fault, for once', async () => {
  start({ faults: [{ exchange: 'cm', kind: 'code', code: '111002', times: 1 }] });
  const codes = [];
  for (let time = 0; time < 2; time += 1) codes.push(at(await askCm(login(BASE)), 'body')['resultCode']);
  assert.deepEqual(codes, ['111002', '103000']);
});

test('an application with fresh keys', async () => {
  const { app, server } = await published.generateApp({ appName: 'Shop' });
  assert.equal(app.appName, 'Shop');
  assert.match(app.publicKey, /^-----BEGIN PUBLIC KEY-----/);
  assert.match(server.privateKey, /^-----BEGIN PRIVATE KEY-----/);
});
