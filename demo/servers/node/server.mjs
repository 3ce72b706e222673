// A business server for ydrz-elements: Node 20 or later, with this package's server kit and Hono to listen.
//
//     npm install ydrz-elements hono @hono/node-server
//     APP_ID=… APP_KEY=… PRIVATE_KEY="$(cat private.pem)" node server.mjs
//
// POST /api/ydrz/credentials  JSON {appId}                   -> {appId, sign, traceId, timestamp, version}
// POST /api/ydrz/login        JSON {token, userInformation}  -> {phone}
//                             or a form with token and token-user-information
// Failures are JSON {code, message, hint}.
//
// PORT (8080), HOST (127.0.0.1); GATEWAY in place of the live service; ORIGINS, with commas between, of other sites that may
// ask; TRUST_PROXY=1 behind a proxy that puts the public host into X-Forwarded-Host.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createHandler } from 'ydrz-elements/server';

const { APP_ID, APP_KEY, PRIVATE_KEY, GATEWAY, ORIGINS, TRUST_PROXY, PORT = '8080' } = process.env;
const { HOST: hostname = '127.0.0.1' } = process.env;

const start = async () => {
  const login = createHandler({
    appId: APP_ID,
    appKey: APP_KEY,
    privateKey: PRIVATE_KEY,
    gateway: GATEWAY,
    origins: ORIGINS,
    trustProxy: TRUST_PROXY === '1',
    basePath: '/api/ydrz',
    language: 'en',
    // Nobody outside learns what the service says about this server; whoever runs it reads the log.
    onFailure: ({ code, msgId, message }) => console.error(code, msgId, message),
    // Here begins what is yours: find the user by the number, and answer with a session.
    onLogin: ({ phone }) => Response.json({ phone }),
  });
  await login.ready();
  const app = new Hono();
  app.all('*', (c) => login(c.req.raw));
  serve({ fetch: app.fetch, port: Number(PORT), hostname }, ({ address, port }) =>
    console.log(`http://${address}:${port}`),
  );
};

try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
