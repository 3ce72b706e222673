import { isFault } from '../faults/fault.js';
import { isFields, parseJson } from '../../incoming/fields.js';
import { allowReading } from './cors.js';
import { problem } from './problem.js';
import type { World } from './world.js';
import { headerOf, type Visit } from './visit.js';

const LOOPBACK_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const LATENCY_LIMIT = 60_000;

type Command = (visit: Visit, world: World) => Response;

const nothing = (): Response => new Response(null, { status: 204 });

const numberIn = (text: string, name: string): number | undefined => {
  const posted = parseJson(text);
  const value = isFields(posted) ? posted[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const addFaults: Command = ({ body, lane }) => {
  const posted = parseJson(body);
  const faults: unknown[] = Array.isArray(posted) ? posted : [posted];
  if (!faults.every(isFault)) return problem('Not a fault, or not a list of faults');
  lane.faults.add(...faults);
  return Response.json(lane.faults.list);
};

const setLatency: Command = ({ body, lane }) => {
  const ms = numberIn(body, 'ms');
  if (ms === undefined || ms < 0 || ms > LATENCY_LIMIT) {
    return problem(`ms must be a number from 0 to ${LATENCY_LIMIT}`);
  }
  lane.latency = ms;
  return Response.json({ ms });
};

const moveTime: Command = ({ body }, { service }) => {
  const ms = numberIn(body, 'ms');
  if (ms === undefined || ms < 0) return problem('ms must be a number of 0 or more');
  service.advance(ms);
  return Response.json({ now: service.now() });
};

/**
 * What a person or a test in another process asks of the sandbox itself, under `/sandbox`. It looks only at the lane of its
 * own path; time alone is everybody's.
 */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'GET /sandbox/sims',
    (_visit, { sims }) =>
      Response.json(
        [...sims.values()].map(({ id, number, operator, meaning = '' }) => ({
          id,
          number,
          operator,
          meaning,
        })),
      ),
  ],
  ['GET /sandbox/requests', ({ lane }) => Response.json(lane.requests)],
  [
    'DELETE /sandbox/requests',
    ({ lane }) => {
      lane.forget();
      return nothing();
    },
  ],
  ['GET /sandbox/faults', ({ lane }) => Response.json(lane.faults.list)],
  ['POST /sandbox/faults', addFaults],
  [
    'DELETE /sandbox/faults',
    ({ lane }) => {
      lane.faults.clear();
      return nothing();
    },
  ],
  ['POST /sandbox/latency', setLatency],
  ['POST /sandbox/clock', moveTime],
]);

const METHODS = 'GET,POST,DELETE';

/** Answer a command. Pages of strangers are kept out: the sandbox runs on somebody's machine. */
export const answerControl = (visit: Visit, world: World): Response => {
  const { method, headers } = visit.request;
  const origin = headerOf(visit, 'origin');
  const isWelcome = (from: string) => LOOPBACK_ORIGIN.test(from) || world.service.pages.hasOrigin(from);
  if (origin !== undefined && !isWelcome(origin)) return problem('This origin may not ask', 403);
  const command = COMMANDS.get(`${method} ${visit.path}`);
  const answer = () => command?.(visit, world) ?? problem('The sandbox has no such command', 404);
  const response = method === 'OPTIONS' ? nothing() : answer();
  allowReading(response, origin);
  if (method === 'OPTIONS') {
    response.headers.set('access-control-allow-methods', METHODS);
    response.headers.set(
      'access-control-allow-headers',
      headers.get('access-control-request-headers') ?? 'content-type',
    );
  }
  return response;
};
