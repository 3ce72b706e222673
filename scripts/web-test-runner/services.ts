import { getRequestListener } from '@hono/node-server';
import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { Hono, type Context } from 'hono';
import { join } from 'node:path';
import { misbehave } from '../../demo/sandbox/misbehave.js';
import { placeOf } from '../../demo/sandbox/place.js';
import type { SandboxEnv } from '../../demo/sandbox/sandbox-env.js';
import type { Sandbox } from '../../demo/sandbox/start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey, start } from '../../demo/sandbox/test-client.js';
import { wait } from '../../demo/sandbox/wait.js';
import { createHandler } from '../../src/server/index.js';
import { createCopies, hopOf } from './copies.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Where pages learn the sandbox's address. */
const ADDRESSES = '/services.json';

/** What the service sets for the standard popup of the test's application. */
const PAGE_OPTION = {
  pageTitle: '测试登录',
  agreeButtonText: '同意并登录',
  agreeTextColour: '#1469d0',
  agreeButtonColour: '#1469d0',
  configBusinessName: '测试商城',
};

type Env = Pick<SandboxEnv, 'Bindings'>;

/** Answer a request in its lane, with the lane's faults, as the sandbox does. */
const inLane = async (
  c: Context<Env>,
  sandbox: Sandbox,
  exchange: string,
  real: () => Promise<Response>,
): Promise<Response> => {
  const { lane: id, base } = placeOf(c.req.url);
  const lane = sandbox.lane(id);
  const gone = c.req.raw.signal;
  lane.see({
    exchange,
    method: c.req.method,
    path: new URL(c.req.url).pathname,
    headers: c.req.header(),
    body: await c.req.raw.clone().text(),
  });
  const fault = lane.faults.hit(exchange, false);
  await wait(lane.latency, gone);
  return fault ? misbehave({ fault, real, gone, node: c.env, base }) : real();
};

const ROOT = join(import.meta.dirname, '../..');

/** The business server of the tests: the hop `credentials`, and the package's own files at `/copy/`. */
const createBusiness = (sandbox: Sandbox) => {
  const handle = createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: sandbox.url });
  const copies = createCopies(ROOT);
  const app = new Hono<Env>({ getPath: (request) => placeOf(request.url).path });
  app.post('/api/ydrz/credentials', (c) => inLane(c, sandbox, 'credentials', () => handle(c.req.raw)));
  app.post('/api/login', (c) => handle(c.req.raw));
  app.get('/copy/:file', (c) => {
    const file = c.req.param('file');
    return inLane(c, sandbox, hopOf(file), async () => {
      const text = await copies(file);
      if (text === undefined) return new Response(null, { status: 404 });
      return new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    });
  });
  return app;
};

/**
 * The sandbox and a business server for browser tests: the sandbox on a port of its own, the business server on the tests'
 * own origin, as in life. Tests reach both by `test/services/lane.ts`.
 */
export function services(): { plugin: TestRunnerPlugin; middleware: Middleware } {
  let sandbox: Sandbox | undefined;
  let business: ReturnType<typeof getRequestListener> | undefined;
  return {
    plugin: {
      name: 'services',
      async serverStart({ config }) {
        const page = `http://localhost:${config.port}/`;
        sandbox = await start({ apps: [{ ...APP, pageOption: PAGE_OPTION }], registeredPages: [page] });
        business = getRequestListener(createBusiness(sandbox).fetch);
      },
      async serverStop() {
        await sandbox?.close();
      },
      serve({ path }) {
        if (path !== ADDRESSES || !sandbox) return undefined;
        return { body: JSON.stringify({ sandbox: sandbox.url, appId: APP_ID }), type: 'json' };
      },
    },
    async middleware(context, next) {
      if (!business || !/^(?:\/lane\/[^/]+)?\/(?:api|copy)\//.test(context.path)) {
        await next();
        return;
      }
      context.respond = false;
      await business(context.req, context.res);
    },
  };
}
