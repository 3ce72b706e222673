import { build } from 'esbuild';
import { Hono } from 'hono';
import { join } from 'node:path';
import { ownSources } from '../../../scripts/bundle/own-sources.js';
import type { RegisteredPages } from '../registered-pages.js';
import type { SandboxEnv } from '../sandbox-env.js';

/** The page's script, built when it is first asked for: it stands on the product's own sources. */
const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    plugins: [ownSources()],
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
  });
  return outputFiles[0]?.text ?? '';
};

const HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>本机号码登录</title>
    <script type="module" src="auth-page.js"></script>
  </head>
  <body></body>
</html>
`;

/** The service's hosted authorization page. It lets itself be framed by registered origins only. */
export const hostedPage = (pages: RegisteredPages): Hono<SandboxEnv> => {
  const app = new Hono<SandboxEnv>();
  let script: Promise<string> | undefined;
  app.get('/auth-page', (c) => {
    const from = c.req.query('from');
    if (!from || !pages.hasOrigin(from)) return c.text('Origin 校验失败', 403);
    c.header('content-security-policy', `frame-ancestors ${from}`);
    c.header('referrer-policy', 'origin');
    return c.html(HTML);
  });
  app.get('/auth-page.js', async (c) => {
    script ??= bundle();
    c.header('content-type', 'text/javascript; charset=utf-8');
    return c.body(await script);
  });
  return app;
};
