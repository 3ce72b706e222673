import type { Handler } from 'hono';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { classicScriptText } from '../../scripts/bundle/bundles.js';
import { allowReading } from './cors.js';
import type { SandboxEnv } from './sandbox-env.js';

/** The official script, as requests and faults call it, and where the service keeps it. */
export const OFFICIAL_SCRIPT = {
  name: 'official-script',
  path: '/h5/js/jssdk_auth/jssdk-1.0.0.min.js',
} as const;

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/ydrz.min.js');

/** When a file was last changed, in milliseconds since 1970; 0 where there is none. */
const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** The built classic script, where it is as new as every source; else what would be built now. */
const currentScript = async (): Promise<string> => {
  const sources = await readdir(join(ROOT, 'src'), { recursive: true });
  const changes = await Promise.all(sources.map((source) => changedAt(join(ROOT, 'src', source))));
  const isCurrent = (await changedAt(BUILT)) > Math.max(...changes);
  return isCurrent ? readFile(BUILT, 'utf8') : classicScriptText(ROOT);
};

/**
 * Serves the product's own classic script, `dist/ydrz.min.js`, in place of the official one. What it talks to is said by
 * `data-gateway` on its script element: the service's own hosts without it.
 */
export const officialScript = (): Handler<SandboxEnv> => {
  let script: Promise<string> | undefined;
  return async (c) => {
    script ??= currentScript().catch((error: unknown) => {
      script = undefined;
      throw error;
    });
    const response = new Response(await script, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
    });
    allowReading(response, c.req.header('origin'));
    return response;
  };
};
