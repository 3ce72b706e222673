import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PRIVATE_PEM } from '../../test/services/server-fixture.js';
import type { Listening } from '../listen.js';
import { pagePaths } from './page-paths.js';
import { startBackend } from './start-backend.js';

let folder: string;
let backend: Listening;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ydrz-demo-'));
  await mkdir(join(folder, 'pages/docs'), { recursive: true });
  await mkdir(join(folder, 'dist/browser'), { recursive: true });
  const files = {
    'secret.txt': 'secret',
    'pages/index.html': 'home',
    'pages/minimal.html': 'minimal',
    'pages/minimal.js': 'script',
    'pages/docs/index.html': 'docs',
    'dist/ydrz.min.js': 'classic',
    'dist/server.js': 'server',
    'dist/browser/login.js': 'module',
    'dist/browser/chunk-1.js': 'chunk',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  backend = await startBackend({
    port: 0,
    appId: '300012345678',
    appKey: 'F0E1D2C3B4A5968778695A4B3C2D1E0F',
    privateKey: PRIVATE_PEM,
    sandbox: 'http://localhost:1',
    sims: [{ id: 'cm' }],
    pages: join(folder, 'pages'),
    dist: join(folder, 'dist'),
  });
});
after(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

describe('what it serves', () => {
  for (const [path, text, type] of [
    ['/', 'home', 'text/html'],
    ['/minimal.html?app-id=1', 'minimal', 'text/html'],
    ['/minimal.js', 'script', 'text/javascript'],
    ['/docs/', 'docs', 'text/html'],
    ['/ydrz/ydrz.min.js', 'classic', 'text/javascript'],
    ['/ydrz/login.js', 'module', 'text/javascript'],
    ['/ydrz/chunk-1.js', 'chunk', 'text/javascript'],
  ] as const) {
    test(path, async () => {
      const response = await fetch(backend.url + path);
      assert.equal(response.status, 200);
      assert.ok(
        response.headers.get('content-type')?.startsWith(type),
        String(response.headers.get('content-type')),
      );
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(await response.text(), text);
    });
  }

  test('the settings of the pages', async () => {
    const settings: unknown = await (await fetch(`${backend.url}/demo-settings.json`)).json();
    assert.deepEqual(settings, {
      sandbox: 'http://localhost:1',
      appId: '300012345678',
      sims: [{ id: 'cm' }],
    });
  });
});

describe('what it does not serve', () => {
  /** fetch() would tidy the path up before it is sent. */
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: backend.port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  for (const path of [
    '/none.html',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/ydrz/server.js',
    '/ydrz/../server.js',
    '/ydrz/..%2fserver.js',
    '/ydrz/%2e%2e/server.js',
  ]) {
    test(path, async () => {
      assert.equal(await statusOf(path), 404);
    });
  }
});

test('every page is to be registered, under all of its addresses', () => {
  assert.deepEqual(pagePaths(join(folder, 'pages')).sort(), [
    '/',
    '/docs/',
    '/docs/index.html',
    '/index.html',
    '/minimal.html',
  ]);
});

test('nobody is logged in without a session', async () => {
  for (const cookie of ['', 'session=', 'session=guess', 'other=1']) {
    const response = await fetch(`${backend.url}/api/session`, { headers: { cookie } });
    assert.equal(response.status, 401);
  }
});
