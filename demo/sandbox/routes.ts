import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseFields, type Call, type Exchange } from './call.js';
import { allowReading, preflight } from './cors.js';
import { EXCHANGES } from './exchanges.js';
import { wait } from './wait.js';
import type { Lane, Lanes } from './lane.js';
import { placeOf } from './place.js';
import { Refusal } from './refusal.js';
import type { Service } from './service.js';
import type { Sim } from './sims.js';

export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: { lane: Lane; sim: Sim; base: string };
}

const BODY_LIMIT = 64 * 1024;

const nameOf = (method: string, path: string): string => {
  if (method === 'OPTIONS') return 'preflight';
  const known = EXCHANGES.find((exchange) => path.startsWith(exchange.path.replace(/:.*$/, '')));
  return known?.name ?? path;
};

const answer = (exchange: Exchange, call: Call): Response => {
  try {
    return exchange.answer(call);
  } catch (error) {
    if (error instanceof Refusal) return exchange.refuse(error, call);
    throw error;
  }
};

/** The simulated service over HTTP. */
export const createRoutes = (service: Service, sims: readonly Sim[], lanes: Lanes): Hono<SandboxEnv> => {
  const app = new Hono<SandboxEnv>({ getPath: (request) => placeOf(request.url).path });
  const bySim = new Map(sims.map((sim) => [sim.id, sim]));

  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.json({ error: 'The body is too long' }, 413) }));

  app.use(async (c, next) => {
    const place = placeOf(c.req.url);
    const sim = bySim.get(place.sim);
    if (!sim)
      return c.json(
        { error: `There is no SIM ${place.sim}; see ${new URL(c.req.url).origin}/sandbox/sims` },
        404,
      );
    c.set('lane', lanes.get(place.lane));
    c.set('sim', sim);
    c.set('base', place.base);
    return next();
  });

  app.get('/sandbox/sims', (c) =>
    c.json(sims.map(({ id, number, operator, meaning }) => ({ id, number, operator, meaning }))),
  );

  app.use(async (c, next) => {
    const { lane, sim } = c.var;
    const { pathname, search } = new URL(c.req.url);
    lane.see({
      exchange: nameOf(c.req.method, c.req.path),
      method: c.req.method,
      path: pathname + search,
      headers: c.req.header(),
      body: await c.req.text(),
    });
    const delay = c.req.method === 'OPTIONS' ? 0 : (sim.delay ?? 0);
    await wait(lane.latency + delay, c.req.raw.signal);
    return next();
  });

  const callOf = async (c: Context<SandboxEnv>): Promise<Call> => ({
    service,
    sim: c.var.sim,
    lane: c.var.lane.id,
    base: c.var.base,
    ticket: c.req.param('ticket') ?? '',
    header: (name) => c.req.header(name) || undefined,
    body: parseFields(await c.req.text()),
  });

  for (const exchange of EXCHANGES) {
    app.options(exchange.path, (c) => preflight(exchange, c.req.header('origin')));
    app.on(exchange.method, exchange.path, async (c) => {
      const response = answer(exchange, await callOf(c));
      if (exchange.headers) allowReading(response, c.req.header('origin'));
      response.headers.set('cache-control', 'no-store');
      return response;
    });
  }
  return app;
};
