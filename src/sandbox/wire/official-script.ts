import { builtScripts } from '../built-scripts.js';
import type { Exchange } from './call.js';

/**
 * The product's own classic script, `dist/ydrz.min.js`, in place of the official one and where the service keeps that. What it talks to
 * is said by `data-gateway` on its script element: the service's own hosts without it.
 */
export const OFFICIAL_SCRIPT: Exchange = {
  name: 'official-script',
  method: 'GET',
  path: '/h5/js/jssdk_auth/jssdk-1.0.0.min.js',
  headers: [],
  answer: () =>
    new Response(builtScripts().official, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }),
  refuse: () => new Response(null, { status: 403 }),
};
