import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { join } from 'node:path';
import { listen } from '../../demo/listen.js';
import { start, type RunningSandbox } from '../services/start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey } from '../services/test-client.js';
import { createHandler } from 'ydrz-elements/server';
import { APPS, BUILT, VENDOR } from './apps.js';
import { FRAMEWORKS } from './frameworks.js';

/** A business with its pages and its server, and the service that it uses. */
export interface Site {
  url: string;
  sandbox: RunningSandbox;
  /** The numbers of those who have logged in, oldest first. */
  phones: readonly string[];
  /** Serve a page of the test's own. */
  serve(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** Where the packed package is. */
const DIST = join(VENDOR, 'ydrz-elements/dist');

/** Start a site. Its pages are the frameworks', at `/<name>/`, and a page of a CMS, at `/cms/`. */
export const startSite = async (): Promise<Site> => {
  const sandbox = await start({ apps: [APP] });
  const phones: string[] = [];
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();

  const login = createHandler({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: sandbox.url },
    onLogin: ({ phone, request }) => {
      phones.push(phone);
      const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
      return isForm ? new Response(null, { status: 303, headers: { location: '/welcome' } }) : undefined;
    },
  });
  const app = new Hono();
  app.post('/api/ydrz/*', (c) => login(c.req.raw));
  app.get('/welcome', (c) =>
    c.html(`<!doctype html><title>Welcome</title><h1>Welcome, ${phones.at(-1) ?? ''}</h1>`),
  );
  app.get('/ydrz.min.js', serveStatic({ path: join(DIST, 'ydrz.min.js') }));
  app.get(
    '/assets/*',
    serveStatic({ root: join(DIST, 'browser'), rewriteRequestPath: (path) => path.slice(7) }),
  );
  app.get('/vendor/*', serveStatic({ root: VENDOR, rewriteRequestPath: (path) => path.slice(7) }));
  app.get('*', async (c, next) => {
    const page = pages.get(c.req.path);
    if (!page) return next();
    return c.html(page.html, 200, page.headers);
  });
  app.get('*', serveStatic({ root: BUILT }));
  // Pages that nothing builds.
  app.get('*', serveStatic({ root: APPS }));

  const listening = await listen(createAdaptorServer({ fetch: app.fetch }), 0);
  const register = (path: string) => {
    sandbox.registerPages([`${listening.url}${path}`]);
  };
  for (const name of [...Object.keys(FRAMEWORKS), 'cms']) register(`/${name}/`);
  return {
    url: listening.url,
    sandbox,
    phones,
    serve(path, html, headers = {}) {
      pages.set(path, { html, headers });
      register(path);
    },
    async close() {
      await Promise.all([listening.close(), sandbox.close()]);
    },
  };
};
