import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { isFields } from './call.js';
import { isFault } from './fault.js';
import type { RegisteredPages } from './registered-pages.js';
import type { SandboxEnv } from './sandbox-env.js';
import type { Sim } from './sims.js';

const LOOPBACK_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const LATENCY_LIMIT = 60_000;

/**
 * What a person or a test in another process asks of the sandbox itself, under `/sandbox`. It looks only at the lane of its
 * own path. Pages of strangers are kept out: the sandbox runs on somebody's machine.
 */
export const createControl = (sims: readonly Sim[], pages: RegisteredPages): Hono<SandboxEnv> => {
  const control = new Hono<SandboxEnv>();
  const isWelcome = (origin: string) => LOOPBACK_ORIGIN.test(origin) || pages.hasOrigin(origin);

  control.use(cors({ origin: (origin) => (isWelcome(origin) ? origin : null) }));
  control.use(async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !isWelcome(origin)) return c.json({ error: 'This origin may not ask' }, 403);
    return next();
  });

  control.get('/sims', (c) =>
    c.json(sims.map(({ id, number, operator, meaning }) => ({ id, number, operator, meaning }))),
  );

  control.get('/requests', (c) => c.json(c.var.lane.requests));
  control.delete('/requests', (c) => {
    c.var.lane.forget();
    return c.body(null, 204);
  });

  control.get('/faults', (c) => c.json(c.var.lane.faults.list));
  control.post('/faults', async (c) => {
    const posted: unknown = await c.req.json().catch(() => undefined);
    const faults: unknown[] = Array.isArray(posted) ? posted : [posted];
    if (!faults.every(isFault)) return c.json({ error: 'Not a fault, or not a list of faults' }, 400);
    c.var.lane.faults.add(...faults);
    return c.json(c.var.lane.faults.list);
  });
  control.delete('/faults', (c) => {
    c.var.lane.faults.clear();
    return c.body(null, 204);
  });

  control.post('/latency', async (c) => {
    const posted: unknown = await c.req.json().catch(() => undefined);
    const ms = isFields(posted) ? posted['ms'] : undefined;
    if (typeof ms !== 'number' || !(ms >= 0 && ms <= LATENCY_LIMIT)) {
      return c.json({ error: `ms must be a number from 0 to ${String(LATENCY_LIMIT)}` }, 400);
    }
    c.var.lane.latency = ms;
    return c.json({ ms });
  });
  return control;
};
