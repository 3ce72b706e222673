// npm install --save-dev hono @hono/node-server
// What is under test, in short: a page with the button, and its server. Your own application takes its place.
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createHandler } from 'ydrz-elements/server';

const page = ({ appId, gateway }) => `<!doctype html>
<title>Shop</title>
<link rel="icon" href="data:," />
<ydrz-login app-id="${appId}" credentials-url="/api/ydrz/credentials" gateway="${gateway}"></ydrz-login>
<p id="welcome"></p>
<script type="module">
  import '/ydrz/login.js';
  document.querySelector('ydrz-login').addEventListener('token', async ({ detail }) => {
    const { token, userInformation } = detail;
    const answer = await fetch('/api/ydrz/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, userInformation }),
    });
    const { phone } = await answer.json();
    document.querySelector('#welcome').textContent = 'Welcome, ' + phone;
  });
</script>`;

/** Starts the shop with what `startService()` says that a server needs. */
export const startShop = (server) => {
  const login = createHandler(server);
  const shop = new Hono();
  shop.get('/', (c) => c.html(page(server)));
  shop.post('/api/ydrz/*', (c) => login(c.req.raw));
  shop.get(
    '/ydrz/*',
    serveStatic({
      root: 'node_modules/ydrz-elements/dist/browser',
      rewriteRequestPath: (path) => path.replace('/ydrz', ''),
    }),
  );
  return new Promise((resolve) => {
    const listening = serve({ fetch: shop.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://localhost:${port}/`,
        close() {
          listening.closeAllConnections();
          listening.close();
        },
      }),
    );
  });
};
