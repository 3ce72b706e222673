import { misbehave } from '../faults/misbehave.js';
import type { Visit } from './visit.js';
import { wait } from './wait.js';

/** The one seam between wire and service: requests are noted, delayed and, where a test asked for it, spoilt. */
export const intervene = async (
  exchange: string,
  { request, lane, sim, base, body }: Visit,
  real: () => Promise<Response>,
): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const { method, headers, signal: gone } = request;
  const isPreflight = method === 'OPTIONS';
  lane.see({ exchange, method, path: pathname + search, headers: Object.fromEntries(headers), body });
  const fault = lane.faults.hit(exchange, isPreflight);
  await wait(lane.latency + (isPreflight ? 0 : (sim.delay ?? 0)), gone);
  return fault ? misbehave({ fault, exchange, real, gone, base }) : real();
};
