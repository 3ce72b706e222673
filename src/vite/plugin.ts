import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenerOf } from '../node/listener.js';
import { createDevelopment } from './development.js';
import { ELEMENT_IMPORT, gatewayScript } from './page-scripts.js';
import type { YdrzPluginOptions } from './plugin-options.js';

export type { YdrzPluginOptions };

type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;

/** The part of Vite's dev server that is used. */
interface DevelopmentServer {
  middlewares: { use(middleware: Middleware): unknown };
  config: { logger: { info(message: string): void } };
}

/** A script element for Vite to put into a page. */
interface Tag {
  tag: 'script';
  attrs: { type: 'module' };
  children: string;
  injectTo: 'head';
}

/** The plugin, as far as Vite looks at it. */
export interface DevelopmentPlugin {
  /** `ydrz-elements`, as Vite names it in messages. */
  name: string;
  /** Learns whether this is the dev server (`serve`) or a build. */
  configResolved(config: { command: string }): void;
  /** Mounts sandbox and server kit in the dev server. */
  configureServer(server: DevelopmentServer): Promise<void>;
  /** Puts the scripts that a page with the tag needs into it. */
  transformIndexHtml: { order: 'pre'; handler(html: string): Tag[] };
}

/** The scripts that a page with the element is given; in development the element is led to the sandbox. */
const tagsFor = (html: string, path: string, isDevelopment: boolean): Tag[] => {
  const script = { tag: 'script', injectTo: 'head' } as const;
  const element: Tag = { ...script, attrs: { type: 'module' }, children: ELEMENT_IMPORT };
  const gateway: Tag = { ...script, attrs: { type: 'module' }, children: gatewayScript(`${path}/sandbox`) };
  return [...(isDevelopment ? [gateway] : []), ...(html.includes('<ydrz-login') ? [element] : [])];
};

/**
 * Mount sandbox and server kit in Vite's dev server, under the page's own origin: `<path>/credentials`, `<path>/login`,
 * `<path>/validate`, and the simulated service at `<path>/sandbox`. Every `<ydrz-login>` without a `gateway` is led there. The SIM is
 * chosen by `?sim=` in the page's address; default `cm`. A page that has the tag is given the element, also when it is built.
 */
export const ydrz = (options: YdrzPluginOptions = {}): DevelopmentPlugin => {
  const path = `/${(options.path ?? '/api/ydrz').split('/').filter(Boolean).join('/')}`;
  let isDevelopment = false;
  return {
    name: 'ydrz-elements',
    configResolved({ command }) {
      isDevelopment = command === 'serve';
    },
    async configureServer({ middlewares, config }) {
      const answer = await createDevelopment({ ...options, path, log: (line) => config.logger.info(line) });
      const listener = listenerOf(answer);
      middlewares.use((incoming, outgoing, next) => {
        if (incoming.url?.startsWith(`${path}/`)) void listener(incoming, outgoing);
        else next();
      });
    },
    transformIndexHtml: { order: 'pre', handler: (html) => tagsFor(html, path, isDevelopment) },
  };
};
