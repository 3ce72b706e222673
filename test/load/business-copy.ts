// One copy of a business server, in a process of its own. It logs all that it answers, as a business in trouble might.
import { createAdaptorServer } from '@hono/node-server';
import { listen } from '../../demo/listen.js';
import { createHandler } from 'ydrz-elements/server';

const { APP_ID: appId = '', APP_KEY: appKey = '', PRIVATE_KEY: privateKey = '', GATEWAY } = process.env;

// The machine may be busy: what is measured here is not time.
const handle = createHandler({ appId, appKey, privateKey, gateway: GATEWAY, timeout: 60_000 });

const serve = async (request: Request): Promise<Response> => {
  const response = await handle(request);
  const { status, headers } = response;
  const body = await response.text();
  console.log(request.method, request.url, status, [...headers].join(), body);
  headers.set('x-copy', String(process.pid));
  return new Response(body, { status, headers });
};

// Whoever has started it may die; then it does not stay behind.
process.on('disconnect', () => process.exit());
const { port } = await listen(createAdaptorServer({ fetch: serve }), 0);
process.send?.({ port });
