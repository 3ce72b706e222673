import type { PrefetchHost } from './prefetch-controller.js';

export type IntentHost = PrefetchHost & {
  /** Fetch the code that a login needs; `likely`: somebody seems about to log in, so connect to the service as well. */
  prepare(likely: boolean): void;
};

/** Milliseconds that a page has for itself at first: code that nobody has asked for yet must not hold up its own. */
const SETTLING = 1000;

const SIGNS = ['pointerenter', 'pointerdown', 'focusin'];

/**
 * Notices when a login becomes likely, and has the host prepare for it. Without idle callbacks the code is fetched at the first sign
 * of intent.
 */
export const noticeIntent = (host: IntentHost): void => {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let prefetches = false;
  const likely = () => {
    host.prepare(true);
  };
  const free = () => {
    host.prepare(false);
  };
  host.addController({
    hostConnected() {
      for (const sign of SIGNS) host.addEventListener(sign, likely);
      if ('requestIdleCallback' in globalThis)
        settling = setTimeout(() => requestIdleCallback(free), SETTLING);
      // An element that comes back into the document has nothing to update by itself.
      host.requestUpdate();
    },
    hostUpdated() {
      // The attribute may say anything.
      if (prefetches || !['visible', 'load'].includes(host.prefetch)) return;
      prefetches = true;
      import('./prefetch-controller.js').then(
        ({ PrefetchController }) => new PrefetchController(host),
        // The next update tries again.
        () => (prefetches = false),
      );
    },
    hostDisconnected() {
      for (const sign of SIGNS) host.removeEventListener(sign, likely);
      clearTimeout(settling);
    },
  });
};
