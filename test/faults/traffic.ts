// Tells when a request of a lane has just been made: it is on its way then, and nothing of its answer is there.

const PATHS: readonly [path: string, hop: string][] = [
  ['/api/ydrz/credentials', 'credentials'],
  ['/h5/httpsPreGetmobile', 'cm'],
  ['/getNewTelecomPhonescrip', 'ct-phonescrip'],
  ['/gateway/ct/', 'ct-script'],
  ['/CTCallback', 'ct-callback'],
  ['/getNewUnicomPhonescrip', 'cu-phonescrip'],
  ['/gateway/cu/', 'cu-script'],
  ['/CUCallback', 'cu-callback'],
  ['/getPageOption', 'page-option'],
  ['/authGetToken', 'token'],
];

const waiting = new Map<string, () => void>();

const note = (url: string): void => {
  const lane = /\/lane\/([^/]+)/.exec(url)?.[1] ?? '';
  const hop = PATHS.find(([path]) => url.includes(path))?.[1] ?? '';
  const key = `${lane} ${hop}`;
  waiting.get(key)?.();
  waiting.delete(key);
};

const send = window.fetch.bind(window);
window.fetch = (input, init) => {
  const sent = send(input, init);
  note(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
  return sent;
};

new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof HTMLScriptElement) note(node.src);
  }
}).observe(document.head, { childList: true });

/** Until the next request for a hop is on its way. */
export const onItsWay = (lane: string, hop: string): Promise<void> =>
  new Promise((resolve) => {
    waiting.set(`${lane} ${hop}`, resolve);
  });
