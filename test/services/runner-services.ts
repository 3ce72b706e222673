import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { join } from 'node:path';
import type { RunningSandbox } from 'ydrz-elements/sandbox';
import { createHandler } from 'ydrz-elements/server';
import { start } from './start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey } from './test-client.js';
import { listenerOf } from '../../src/node/listener.js';
import { readCopy } from './spoilt-copies.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Where pages learn the sandbox's address. */
const ADDRESSES = '/services.json';

/** Level 5 of the other two carriers, of which the simulation has no SIM by itself. */
const SIMS = [
  { id: 'ct-level5', number: '18900189005', operator: 'CT', authLevel: '5' },
  { id: 'cu-level5', number: '18600186005', operator: 'CU', authLevel: '5' },
] as const;

/** What the service sets for the standard popup of the test's application. */
const PAGE_OPTION = {
  pageTitle: '测试登录',
  agreeButtonText: '同意并登录',
  agreeTextColour: '#1469d0',
  agreeButtonColour: '#1469d0',
  configBusinessName: '测试商城',
};

const ROOT = join(import.meta.dirname, '../..');

/** The path of a request without the lane in front of it. */
const pathOf = (request: Request): string => new URL(request.url).pathname.replace(/^\/lane\/[^/]+/, '');

/** The business server of the tests: the hop `credentials`, and the package's own files at `/copy/`. */
const createBusiness = async (sandbox: RunningSandbox) => {
  const handle = createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: sandbox.url });
  const copy = await readCopy(ROOT);
  return async (request: Request): Promise<Response> => {
    const path = pathOf(request);
    if (path === '/api/ydrz/credentials') return sandbox.play('credentials', request, () => handle(request));
    if (!path.startsWith('/copy/')) return handle(request);
    const file = copy.get(path.slice('/copy/'.length));
    if (!file) return new Response(null, { status: 404 });
    const headers = { 'content-type': 'text/javascript; charset=utf-8' };
    return sandbox.play(file.exchange, request, () => Promise.resolve(new Response(file.text, { headers })));
  };
};

/**
 * The sandbox and a business server for browser tests: the sandbox on a port of its own, the business server on the tests'
 * own origin, as in life. Tests reach both by `test/services/lane.ts`.
 */
export function services(): { plugin: TestRunnerPlugin; middleware: Middleware } {
  let sandbox: RunningSandbox | undefined;
  let business: ReturnType<typeof listenerOf> | undefined;
  return {
    plugin: {
      name: 'services',
      async serverStart({ config }) {
        const pages = ['', 'shop/login'].map((path) => `http://localhost:${config.port}/${path}`);
        sandbox = await start({ apps: [{ ...APP, pageOption: PAGE_OPTION }], pages, sims: SIMS });
        business = listenerOf(await createBusiness(sandbox));
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
