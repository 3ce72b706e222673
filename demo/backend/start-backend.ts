import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { join } from 'node:path';
import { createHandler, type LoginReport, type ValidatedLogin } from 'ydrz-elements/server';
import { listen, type Listening } from '../listen.js';
import { LoginFigures } from './login-figures.js';
import { Sessions } from './sessions.js';

const ROOT = join(import.meta.dirname, '../..');

export interface BackendOptions {
  /** TCP port on loopback; 0 for a free one. */
  port: number;
  appId: string;
  appKey: string;
  /** PEM of the RSA key. */
  privateKey: string;
  /** Base URL of the sandbox. */
  sandbox: string;
  /** What `/demo-settings.json` tells the pages besides the sandbox and the appId. */
  sims: unknown;
  /** Folder of the pages. */
  pages?: string;
  /** Folder of the built package. */
  dist?: string;
}

/** A form posted without a script wants a page, a script wants JSON. */
const wantsPage = (request: Request): boolean => (request.headers.get('accept') ?? '').includes('text/html');

/** The business: its pages, its login on the server kit, its sessions. */
export const createBackend = (options: BackendOptions): Hono => {
  const { appId, appKey, privateKey, sandbox, sims } = options;
  const { pages = join(ROOT, 'demo/pages'), dist = join(ROOT, 'dist') } = options;
  const sessions = new Sessions();

  const onLogin = ({ phone, request }: ValidatedLogin): Response => {
    const headers = { 'set-cookie': sessions.begin(phone) };
    return wantsPage(request)
      ? new Response(null, { status: 303, headers: { ...headers, location: '/?welcome' } })
      : Response.json({ phone }, { headers });
  };
  const kept = new LoginFigures();
  const onReport = (report: LoginReport) => kept.add(report);
  const login = createHandler({ appId, appKey, privateKey, gateway: sandbox, onLogin, onReport });

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    // What is being built is always what is shown.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
  });

  app.all('/api/ydrz/credentials', (c) => login(c.req.raw));
  app.all('/api/login', (c) => login(c.req.raw));
  app.all('/api/ydrz/report', (c) => login(c.req.raw));
  app.get('/api/figures', (c) => c.json(kept.figures));

  app.get('/api/session', (c) => {
    const phone = sessions.phone(c.req.header('cookie'));
    return phone === undefined ? c.json({ error: 'Not logged in' }, 401) : c.json({ phone });
  });
  app.post('/api/logout', (c) => {
    c.header('set-cookie', sessions.end(c.req.header('cookie')));
    return c.body(null, 204);
  });

  app.get('/demo-settings.json', (c) => c.json({ sandbox, appId, sims }));
  app.get('/ydrz/ydrz.min.js', serveStatic({ path: join(dist, 'ydrz.min.js') }));
  const inBrowserBuild = (path: string) => path.replace(/^\/ydrz\//, '/');
  app.get('/ydrz/*', serveStatic({ root: join(dist, 'browser'), rewriteRequestPath: inBrowserBuild }));
  app.get('*', serveStatic({ root: pages }));
  return app;
};

/** @throws {Error} with a `code` such as EADDRINUSE from the system. */
export const startBackend = (options: BackendOptions): Promise<Listening> =>
  listen(createAdaptorServer({ fetch: createBackend(options).fetch }), options.port);
