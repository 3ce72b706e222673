import type { Handler } from 'hono';
import { join } from 'node:path';
import { classicScriptText } from '../../scripts/build/bundles.js';
import { allowReading } from './cors.js';
import type { SandboxEnv } from './sandbox-env.js';

/** The official script, as requests and faults call it, and where the service keeps it. */
export const OFFICIAL_SCRIPT = {
  name: 'official-script',
  path: '/h5/js/jssdk_auth/jssdk-1.0.0.min.js',
} as const;

const ROOT = join(import.meta.dirname, '../..');

/**
 * Serves the product's own classic script in place of the official one, built from the sources as they are when it is
 * first asked for. What it talks to is said by `data-gateway` on its script element: the service's own hosts without it.
 */
export const officialScript = (): Handler<SandboxEnv> => {
  let script: Promise<string> | undefined;
  return async (c) => {
    script ??= classicScriptText(ROOT);
    const response = new Response(await script, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
    });
    allowReading(response, c.req.header('origin'));
    return response;
  };
};
