// The site with no server: the simulated service and the business's server kit answer in a service worker of the page.
import { answerSameOrigin, createSandbox, generateApp } from 'ydrz-elements/sandbox';
import { createHandler, type ValidatedLogin } from 'ydrz-elements/server';
import { LoginFigures } from '../backend/login-figures.js';
import { DEMO_APP_ID, STATIC_GATEWAY, registered } from '../registered.js';

/** What a service worker's events have. */
interface WorkerEvent {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
declare const self: {
  location: { href: string; origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};

/** The folder that the site stands in, which need not be its host's root. */
const site = new URL('./', self.location.href);
const basePath = site.pathname + STATIC_GATEWAY;
const gateway = site.origin + basePath;

/** Who is logged in, and how the logins ended, as long as the worker lives. */
let phone: string | undefined;
const logins = new LoginFigures();

const onLogin = (login: ValidatedLogin): Response => {
  phone = login.phone;
  const wantsPage = login.request.mode === 'navigate';
  return wantsPage ? Response.redirect(`${site.href}?welcome`, 303) : Response.json({ phone });
};

const session = (): Response =>
  phone === undefined ? Response.json({ error: 'Not logged in' }, { status: 401 }) : Response.json({ phone });

const logOut = (): Response => {
  phone = undefined;
  return new Response(null, { status: 204 });
};

/** The business and the service. Their keys are fresh for every worker: nobody else knows them. */
const opening = (async () => {
  const { app, server } = await generateApp({ appId: DEMO_APP_ID, ...registered(site.pathname) });
  const sandbox = createSandbox({ apps: [app], basePath });
  const login = createHandler({
    ...{ ...server, gateway, onLogin, onReport: (report) => logins.add(report) },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
  return { sandbox, login };
})();

type Route = (request: Request) => Response | Promise<Response>;
const kit: Route = async (request) => (await opening).login(request);

/** The business's own addresses, in the site's folder. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['api/ydrz/credentials', kit],
  ['api/login', kit],
  ['api/ydrz/report', kit],
  ['api/figures', () => Response.json(logins.figures)],
  ['api/session', session],
  ['api/logout', logOut],
]);

const answerService = async (request: Request): Promise<Response> =>
  answerSameOrigin((await opening).sandbox, request, { referer: request.referrer });

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return;
  const route = ROUTES.get(pathname.slice(site.pathname.length));
  if (route) event.respondWith(Promise.resolve(route(request)));
  else if (pathname.startsWith(`${basePath}/`)) event.respondWith(answerService(request));
});
