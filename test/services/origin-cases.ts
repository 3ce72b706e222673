/** A public site; its server often sees another address. */
export const PAGE = 'https://shop.example';

export interface OriginSettings {
  origins?: readonly string[];
  trustProxy?: boolean;
}

/** Whether a page may ask a business server, by what reaches the server: its own address, the headers, its settings. */
export type OriginCase = readonly [
  what: string,
  url: string,
  headers: Record<string, string>,
  settings?: OriginSettings,
];

/** `url` is what the server sees; the page stands at https://shop.example. */
export const MAY: readonly OriginCase[] = [
  ['no proxy', PAGE, { origin: PAGE }],
  ['no proxy, in a browser of today', PAGE, { origin: PAGE, 'sec-fetch-site': 'same-origin' }],
  ['a proxy that ends TLS and hands Host on', 'http://shop.example', { origin: PAGE }],
  ['the same, which also says its port', 'http://shop.example:443', { origin: PAGE }],
  [
    'the same, which says that it was https',
    'http://shop.example',
    { origin: PAGE, 'x-forwarded-proto': 'https' },
  ],
  ['a public port', 'http://shop.example:8443', { origin: 'https://shop.example:8443' }],
  [
    'a proxy that puts a host of its own into Host, in a browser of today',
    'http://127.0.0.1:3000',
    { origin: PAGE, 'sec-fetch-site': 'same-origin' },
  ],
  [
    'the same in an old browser, where the operator trusts the proxy',
    'http://127.0.0.1:3000',
    { origin: PAGE, 'x-forwarded-host': 'shop.example', 'x-forwarded-proto': 'https' },
    { trustProxy: true },
  ],
  [
    'two proxies, of which the first names the public host',
    'http://127.0.0.1:3000',
    { origin: PAGE, 'x-forwarded-host': 'shop.example, inner.example', 'x-forwarded-proto': 'https, http' },
    { trustProxy: true },
  ],
  ['a trusted proxy that hands Host on', 'http://shop.example', { origin: PAGE }, { trustProxy: true }],
  ['the public origin is listed', 'http://127.0.0.1:3000', { origin: PAGE }, { origins: [PAGE] }],
  ['an http page of one’s own machine', 'http://localhost:3000', { origin: 'http://localhost:3000' }],
  [
    'a page that hides its origin, by the browser’s word',
    PAGE,
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ],
  ['the user reloads', PAGE, { origin: PAGE, 'sec-fetch-site': 'none' }],
  ['a program', PAGE, {}],
];

export const MAY_NOT: readonly OriginCase[] = [
  ['another site', PAGE, { origin: 'https://evil.example' }],
  ['another site behind the proxy', 'http://shop.example', { origin: 'https://evil.example' }],
  [
    'another site in a browser of today',
    PAGE,
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ],
  ['a sister site', PAGE, { origin: 'https://m.shop.example', 'sec-fetch-site': 'same-site' }],
  ['a sister site in an old browser', PAGE, { origin: 'https://m.shop.example' }],
  ['the browser says another site, and no origin', PAGE, { 'sec-fetch-site': 'cross-site' }],
  ['a site whose name begins alike', 'http://shop.example', { origin: 'https://shop.example.evil.example' }],
  ['a site whose name ends alike', 'http://shop.example', { origin: 'https://evilshop.example' }],
  ['another port', PAGE, { origin: 'https://shop.example:8443' }],
  ['another port behind the proxy', 'http://shop.example', { origin: 'https://shop.example:8443' }],
  ['http of the same host', PAGE, { origin: 'http://shop.example' }],
  [
    'http of the same host behind a proxy that ends TLS',
    'http://shop.example',
    { origin: 'http://shop.example', 'x-forwarded-proto': 'https' },
  ],
  [
    'a forwarded host that nobody has allowed to be believed',
    'http://127.0.0.1:3000',
    { origin: PAGE, 'x-forwarded-host': 'shop.example' },
  ],
  [
    'another site behind a trusted proxy',
    'http://127.0.0.1:3000',
    { origin: 'https://evil.example', 'x-forwarded-host': 'shop.example' },
    { trustProxy: true },
  ],
  [
    'the inner host, where a trusted proxy names the public one',
    'http://shop.inner',
    { origin: 'http://shop.inner', 'x-forwarded-host': 'shop.example' },
    { trustProxy: true },
  ],
  ['a proxy that hides the host from an old browser', 'http://127.0.0.1:3000', { origin: PAGE }],
  ['an origin that is hidden', PAGE, { origin: 'null' }],
  ['the same behind a proxy that ends TLS', 'http://shop.example', { origin: 'null' }],
  ['a hidden one of another site', PAGE, { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a scheme of an app', 'http://shop.example', { origin: 'capacitor://shop.example' }],
  ['a scheme whose name ends alike', PAGE, { origin: 'xhttps://shop.example' }],
  ['no origin at all', PAGE, { origin: 'shop.example' }],
  ['an empty one', PAGE, { origin: '' }],
  ['a word that no browser says', PAGE, { origin: PAGE, 'sec-fetch-site': 'same-origin, cross-site' }],
  [
    'one that is not listed',
    PAGE,
    { origin: 'https://evil.example' },
    { origins: ['https://m.shop.example'] },
  ],
];
