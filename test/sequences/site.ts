import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { join } from 'node:path';
import { createHandler } from 'ydrz-elements/server';
import { listen } from '../../demo/listen.js';
import { start } from '../services/start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey } from '../services/test-client.js';

const BUILT = join(import.meta.dirname, '../../dist/browser');

/** A business server with one page, and the service that it uses. */
export interface Site {
  /** The page's address. */
  url: string;
  /** Base URL of the service for a phone with China Mobile's SIM. */
  gateway: string;
  close(): Promise<void>;
}

/** Serve a page with the package as it was built, at `/assets/`. */
export const startSite = async (html: string): Promise<Site> => {
  const sandbox = await start({ apps: [APP] });
  const login = createHandler({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: sandbox.url },
  });
  const app = new Hono();
  app.post('/api/ydrz/*', (c) => login(c.req.raw));
  app.get('/assets/*', serveStatic({ root: BUILT, rewriteRequestPath: (path) => path.slice(7) }));
  app.get('/', (c) => c.html(html));
  const listening = await listen(createAdaptorServer({ fetch: app.fetch }), 0);
  const url = `${listening.url}/`;
  sandbox.registerPages([url]);
  return {
    url,
    gateway: `${sandbox.url}/sim/cm`,
    async close() {
      await Promise.all([listening.close(), sandbox.close()]);
    },
  };
};
