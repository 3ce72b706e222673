import { builtScripts } from '../built-scripts.js';
import type { Exchange } from './call.js';

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
export const HOSTED_PAGE: Exchange = {
  name: 'hosted-page',
  method: 'GET',
  path: '/h5/auth-page',
  headers: undefined,
  answer({ query, service }) {
    const from = query.get('from');
    if (!from || !service.pages.hasOrigin(from)) return new Response('Origin 校验失败', { status: 403 });
    return new Response(HTML, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `frame-ancestors ${from}`,
        'referrer-policy': 'origin',
      },
    });
  },
  refuse: () => new Response(null, { status: 403 }),
};

/** The script of the hosted page. */
export const HOSTED_PAGE_SCRIPT: Exchange = {
  name: 'hosted-page-script',
  method: 'GET',
  path: '/h5/auth-page.js',
  headers: undefined,
  answer: () =>
    new Response(builtScripts().hostedPage, {
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    }),
  refuse: () => new Response(null, { status: 403 }),
};
