import type { ReactiveControllerHost } from 'lit';
import { windowOf } from '../dom/movable-element.js';
import { shrinkage } from '../views/dialog/shrinkage.js';

/**
 * Keeps the button legible and large enough for a finger on a page that is laid out large and shown shrunk: sets the custom property
 * `--_px`, one px of the device, on the element. The page's own styles for the button's font and size win over it.
 */
export const keepScale = (host: ReactiveControllerHost & HTMLElement): void => {
  let view: Window | null = null;
  const fit = () => {
    if (!view) return;
    const width = view.visualViewport?.width ?? 0;
    // What the user has zoomed in or out is seen larger or smaller on purpose.
    if (Math.abs(width - view.document.documentElement.clientWidth) > 1) return;
    const by = shrinkage(host);
    host.style.setProperty('--_px', by > 1 ? `${String(by)}px` : '');
  };
  host.addController({
    hostConnected() {
      view = windowOf(host);
      view?.visualViewport?.addEventListener('resize', fit);
      fit();
    },
    hostDisconnected() {
      view?.visualViewport?.removeEventListener('resize', fit);
    },
  });
};
