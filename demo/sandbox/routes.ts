import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseFields, type Call, type Exchange } from './call.js';
import { createControl } from './control.js';
import { allowReading, preflight } from './cors.js';
import { EXCHANGES } from './exchanges.js';
import { hostedPage } from './hosted-page/routes.js';
import type { Lanes } from './lane.js';
import { misbehave } from './misbehave.js';
import { OFFICIAL_SCRIPT, officialScript } from './official-script.js';
import { placeOf } from './place.js';
import { Refusal } from './refusal.js';
import type { SandboxEnv } from './sandbox-env.js';
import type { Service } from './service.js';
import type { Sim } from './sims.js';
import { wait } from './wait.js';

const BODY_LIMIT = 64 * 1024;

/** Find out which lane and SIM a request belongs to. */
const locate = (sims: readonly Sim[], lanes: Lanes): MiddlewareHandler<SandboxEnv> => {
  const byId = new Map(sims.map((sim) => [sim.id, sim]));
  return async (c, next) => {
    const place = placeOf(c.req.url);
    const sim = byId.get(place.sim);
    if (!sim) return c.json({ error: `There is no SIM "${place.sim}": see /sandbox/sims` }, 404);
    c.set('lane', lanes.get(place.lane));
    c.set('sim', sim);
    c.set('base', place.base);
    return next();
  };
};

/** The one seam between wire and service: requests are noted, delayed and, where a test asked for it, spoilt. */
const intervene =
  (exchange: Pick<Exchange, 'name'>): MiddlewareHandler<SandboxEnv> =>
  async (c, next) => {
    const { lane, sim, base } = c.var;
    const { pathname, search } = new URL(c.req.url);
    const isPreflight = c.req.method === 'OPTIONS';
    const gone = c.req.raw.signal;
    lane.see({
      exchange: exchange.name,
      method: c.req.method,
      path: pathname + search,
      headers: c.req.header(),
      body: await c.req.text(),
    });
    const fault = lane.faults.hit(exchange.name, isPreflight);
    await wait(lane.latency + (isPreflight ? 0 : (sim.delay ?? 0)), gone);
    if (!fault) return next();
    const real = async () => {
      await next();
      const response = c.res;
      // Otherwise Hono would put the real answer's headers into the faulty one.
      c.res = undefined;
      return response;
    };
    c.res = await misbehave({ fault, real, gone, node: c.env, base });
    return undefined;
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
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.json({ error: 'The body is too long' }, 413) }));
  app.use(locate(sims, lanes));
  app.route('/sandbox', createControl(sims, service.pages));
  app.use('/h5/auth-page', intervene({ name: 'hosted-page' }));
  app.route('/h5', hostedPage(service.pages));
  app.get(OFFICIAL_SCRIPT.path, intervene(OFFICIAL_SCRIPT), officialScript());

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
    app.use(exchange.path, intervene(exchange));
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
