import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { start } from '../services/start-sandbox.js';
import { APP_ID, APP_KEY, privateKey } from '../services/test-client.js';
import type { RunningSandbox } from 'ydrz-elements/sandbox';
import { snippets } from '../demo/readme-page.js';
import { Consumer } from './installed.js';

/** Pages by the name of the path that they are at. */
export type Pages = Readonly<Record<string, string>>;

/** What a business adds to the README's server: its pages, the package's files, and a port that is free. */
const SITE = (pages: Pages): string => `
  import { serve } from '@hono/node-server';
  import { serveStatic } from '@hono/node-server/serve-static';
  import { app } from './server.mjs';

  const pages = ${JSON.stringify(pages)};
  app.get('/assets/*', serveStatic({
    root: 'node_modules/ydrz-elements/dist/browser',
    rewriteRequestPath: (path) => path.replace('/assets', ''),
  }));
  app.get('/ydrz.min.js', serveStatic({ path: 'node_modules/ydrz-elements/dist/ydrz.min.js' }));
  app.get('/built/*', serveStatic({ root: '.' }));
  app.get('/:name', (c) => (c.req.param('name') in pages ? c.html(pages[c.req.param('name')]) : c.notFound()));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port));
`;

/** A business in an empty folder: the packed package, Hono, and the README's server. The sandbox stands beside it. */
export interface Shop {
  consumer: Consumer;
  sandbox: RunningSandbox;
  url: string;
  close(): Promise<void>;
}

export const openShop = async (
  pagesFor: (sandbox: string) => Pages,
  others: readonly string[] = [],
): Promise<Shop> => {
  const [consumer, sandbox, [server = '']] = await Promise.all([
    Consumer.create('hono', '@hono/node-server', ...others),
    start(),
    snippets('README.md', 'js'),
  ]);
  const pages = pagesFor(sandbox.url);
  await consumer.write('server.mjs', server.replace(/^serve\(app\);$/m, 'export { app };'));
  await consumer.write('site.mjs', SITE(pages));
  const child = spawn(process.execPath, ['site.mjs'], {
    cwd: consumer.folder,
    env: { ...process.env, APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: sandbox.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const port = await Promise.race([once(createInterface(child.stdout), 'line'), closed]);
  const url = `http://127.0.0.1:${String(port[0])}`;
  sandbox.registerPages(['', ...Object.keys(pages)].map((name) => `${url}/${name}`));
  return {
    consumer,
    sandbox,
    url,
    async close() {
      child.kill();
      await Promise.all([closed, sandbox.close()]);
      await consumer.remove();
    },
  };
};
