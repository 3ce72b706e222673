import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen } from '../../demo/listen.js';
import { startSandbox } from 'ydrz-elements/sandbox';
import { DIST } from '../services/dist.js';

const ROOT = join(import.meta.dirname, '../..');
const APP_ID = '300012345678';
const APP_KEY = 'A-key-of-the-test-0123456789ABCDEF';

/** The code blocks of a file, by language, in their order. */
export const snippets = async (file: string, language: string): Promise<string[]> => {
  const text = await readFile(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code = '']) => code);
};

/** The server's snippet as it stands, but for who listens. */
const appOf = async (code: string, folder: string): Promise<Hono> => {
  const file = join(folder, 'server.mjs');
  const [listening] = /^serve\(app\);$/m.exec(code) ?? [];
  if (!listening) throw new Error('The server snippet does not end with serve(app)');
  await writeFile(file, code.replace(listening, 'export { app };'));
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'app' in module && module.app instanceof Hono)
    return module.app;
  throw new TypeError('The server snippet makes no Hono application');
};

export interface ReadmePage {
  url: string;
  close(): Promise<void>;
}

/** Serve a page snippet with the server snippet behind it, against a simulated service with the SIM `cm` in the phone. */
export const serveSnippets = async (page: string, server: string): Promise<ReadmePage> => {
  // Inside the package, so that the snippet's imports are found: the package itself by its own name.
  await mkdir(join(ROOT, 'coverage'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, 'coverage/readme-'));
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const sandbox = await startSandbox({
    apps: [{ appId: APP_ID, appKey: APP_KEY, publicKey, appName: 'README' }],
    pages: [],
  });
  Object.assign(process.env, { APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: sandbox.url });
  const app = await appOf(server, folder);
  const document = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${page}`;
  app.get('/', (c) => c.html(document.replace('<ydrz-login', `<ydrz-login gateway="${sandbox.url}"`)));
  app.get('/welcome', (c) => c.html('<title>welcome</title>'));
  app.get(
    '/assets/*',
    serveStatic({ root: join(DIST, 'browser'), rewriteRequestPath: (path) => path.slice('/assets'.length) }),
  );
  const listening = await listen(createAdaptorServer({ fetch: app.fetch }), 0);
  sandbox.registerPages([`${listening.url}/`]);
  return {
    url: `${listening.url}/`,
    async close() {
      await Promise.all([listening.close(), sandbox.close()]);
      await rm(folder, { recursive: true });
    },
  };
};
