import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startBackend } from './backend/start-backend.js';
import { pagePaths } from './backend/page-paths.js';
import type { Listening } from './listen.js';
import { DEMO_APP_ID, registered, settingsOf } from './registered.js';
import { startSandbox, type RunningSandbox } from 'ydrz-elements/sandbox';

export interface DemoOptions {
  /** Port of pages and backend; default 0, a free one. */
  port?: number;
  /** Port of the sandbox; default 0, a free one. */
  sandboxPort?: number;
  /** Default a fresh one. */
  appKey?: string | undefined;
  /** Full addresses of pages beside the demo's own from which a login may start. */
  registeredPages?: readonly string[];
  /** Folder of the built package; default `dist`. */
  dist?: string;
}

export interface Demo {
  backend: Listening;
  sandbox: RunningSandbox;
  close(): Promise<void>;
}

/**
 * Start the simulated service and the business that uses it. The key pair is fresh every time: the private half goes to the business,
 * the public half to the service.
 *
 * @throws {Error} with a `code` such as EADDRINUSE and the `port`, from the system.
 */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const { port = 0, sandboxPort = 0, registeredPages = [] } = options;
  const appKey = options.appKey || randomBytes(16).toString('hex').toUpperCase();
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const app = { appId: DEMO_APP_ID, appKey, publicKey, ...registered() };
  const sandbox = await startSandbox({ port: sandboxPort, apps: [app], pages: registeredPages });
  try {
    const backend = await startBackend({
      port,
      appId: DEMO_APP_ID,
      appKey,
      privateKey,
      sandbox: sandbox.url,
      ...(options.dist !== undefined && { dist: options.dist }),
      sims: settingsOf(sandbox.url).sims,
    });
    for (const host of ['localhost', '127.0.0.1']) {
      sandbox.registerPages(pagePaths().map((path) => `http://${host}:${String(backend.port)}${path}`));
    }
    return {
      backend,
      sandbox,
      async close() {
        await Promise.all([backend.close(), sandbox.close()]);
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
};
