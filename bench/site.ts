import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createHandler } from 'ydrz-elements/server';
import { listen } from '../demo/listen.js';
import type { RunningSandbox } from 'ydrz-elements/sandbox';
import { start } from '../test/services/start-sandbox.js';
import { APP_ID, APP_KEY, privateKey } from '../test/services/test-client.js';
import { buildPages, LOGIN_PAGE } from './pages.js';

const ROOT = join(import.meta.dirname, '..');

/** The pages of the bench, their business server, and the simulated service. */
export interface Site {
  url: string;
  appId: string;
  sandbox: RunningSandbox;
  /** Milliseconds that every request waits, preflights and the business server's included. */
  setLatency(milliseconds: number): void;
  close(): Promise<void>;
}

export const startSite = async (): Promise<Site> => {
  const [files, sandbox] = await Promise.all([buildPages(ROOT), start()]);
  const handle = createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: sandbox.url });
  let latency = 0;
  const app = new Hono();
  app.post('/api/ydrz/credentials', async (c) => {
    await setTimeout(latency);
    return handle(c.req.raw);
  });
  app.get(
    '/ydrz/*',
    serveStatic({ root: join(ROOT, 'dist/browser'), rewriteRequestPath: (path) => path.slice(5) }),
  );
  app.get('*', (c) => {
    const file = files.get(c.req.path);
    if (file === undefined) return c.notFound();
    const type = c.req.path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    return c.body(file, 200, { 'content-type': type });
  });
  const listening = await listen(createAdaptorServer({ fetch: app.fetch }), 0);
  sandbox.registerPages([`${listening.url}${LOGIN_PAGE}`]);
  return {
    url: listening.url,
    appId: APP_ID,
    sandbox,
    setLatency(milliseconds) {
      latency = milliseconds;
      sandbox.lane('').latency = milliseconds;
    },
    async close() {
      await Promise.all([listening.close(), sandbox.close()]);
    },
  };
};
