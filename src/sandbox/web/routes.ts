import { readText } from '../../incoming/read-text.js';
import type { Service } from '../service/service.js';
import { DEFAULT_SIM } from '../service/sims.js';
import { parseFields, type Call, type Exchange } from '../wire/call.js';
import { EXCHANGES } from '../wire/exchanges.js';
import { Refusal } from '../wire/refusal.js';
import { saidOf } from '../wire/said.js';
import { answerControl } from './control.js';
import { allowReading, preflight } from './cors.js';
import { intervene } from './intervene.js';
import { placeOf } from './place.js';
import { problem } from './problem.js';
import { reportOf } from './report.js';
import type { World } from './world.js';
import { headerOf, type Caller, type Visit } from './visit.js';

const BODY_LIMIT = 64 * 1024;

/** The body; undefined where it is too long. */
const bodyOf = (request: Request): Promise<string | undefined> =>
  readText(request, BODY_LIMIT, request.signal).catch((cause: unknown) => {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  });

interface Route {
  exchange: Exchange;
  ticket: string;
}

/** The only parameter that a path has is a ticket at its end. */
const TICKET = '/:ticket';

const BY_PATH: ReadonlyMap<string, Exchange> = new Map(
  EXCHANGES.map((exchange) => [exchange.path.replace(TICKET, '/'), exchange]),
);

const routeOf = (path: string): Route | undefined => {
  const end = path.lastIndexOf('/') + 1;
  const ticketed = end < path.length ? BY_PATH.get(path.slice(0, end)) : undefined;
  if (ticketed) return { exchange: ticketed, ticket: path.slice(end) };
  const exchange = path.endsWith('/') ? undefined : BY_PATH.get(path);
  return exchange && { exchange, ticket: '' };
};

const answerCall = async (exchange: Exchange, call: Call): Promise<Response> => {
  try {
    return await exchange.answer(call);
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, hints } = error;
      const message = error.message || (saidOf(exchange.name, code) ?? '其他错误');
      return exchange.refuse({ code, hints, message }, call);
    }
    throw error;
  }
};

const answerExchange = async ({ exchange, ticket }: Route, visit: Visit, service: Service) => {
  const { request, sim, lane, base, body, caller } = visit;
  const { method, url } = request;
  const origin = headerOf(visit, 'origin');
  if (method === 'OPTIONS') return preflight(exchange, origin);
  if (method !== exchange.method)
    return new Response(null, { status: 405, headers: { allow: exchange.method } });
  const response = await answerCall(exchange, {
    ...{ service, sim, base, ticket },
    lane: lane.id,
    address: caller.address,
    query: new URL(url).searchParams,
    header: (name) => headerOf(visit, name),
    body: parseFields(body),
  });
  if (exchange.headers) allowReading(response, origin);
  response.headers.set('cache-control', 'no-store');
  return response;
};

/** The simulated service as a web-standard handler. */
export const createRoutes = (world: World) => {
  const { service, sims, lanes, basePath, onAnswer } = world;

  const enter = async (request: Request, caller: Caller): Promise<Visit | Response> => {
    const place = placeOf(request.url, basePath);
    if (!place) return problem(`The sandbox stands under ${basePath}`, 404);
    const id = place.sim ?? caller.sim ?? DEFAULT_SIM;
    const sim = sims.get(id);
    if (!sim) return problem(`There is no SIM "${id}": see /sandbox/sims`, 404);
    // The SIM goes into every address that is answered, so that whoever follows one is the same phone.
    const base = place.sim === undefined && caller.sim !== undefined ? `${place.base}/sim/${id}` : place.base;
    const body = await bodyOf(request);
    if (body === undefined) return problem('The body is too long', 413);
    return { request, caller, body, sim, lane: lanes.get(place.lane), base, path: place.path };
  };

  const answer = async (request: Request, caller: Caller): Promise<Response> => {
    const visit = await enter(request, caller);
    if (visit instanceof Response) return visit;
    if (visit.path.startsWith('/sandbox/')) return answerControl(visit, world);
    const route = routeOf(visit.path);
    if (!route) return problem(`The service has nothing at ${visit.path}`, 404);
    const began = Date.now();
    const { name } = route.exchange;
    const response = await intervene(name, visit, () => answerExchange(route, visit, service));
    if (onAnswer) void reportOf(name, visit, response.clone(), Date.now() - began).then(onAnswer);
    return response;
  };

  return async (request: Request, caller: Caller = {}): Promise<Response> => {
    const response = await answer(request, caller);
    response.headers.set('date', new Date(service.now()).toUTCString());
    return response;
  };
};
