import { DialogController } from './dialog-controller.js';
import { HistoryEntry } from './history-entry.js';

// Set through the CSSOM, which no policy forbids, so that the login button carries none of it.
const STYLES = {
  dialog:
    'position:fixed;top:0;left:0;box-sizing:border-box;width:100%;height:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:#fff',
  frame: 'display:block;width:100%;height:100%;border:0',
  close:
    'position:absolute;top:env(safe-area-inset-top,0);right:0;width:44px;height:44px;border:0;background:none;color:#555;font-size:16px',
};

/**
 * A full-screen dialog with a page of another origin in it. It brings no markup of its own but the frame and a
 * close button, for a page that does not load and so has no way out of its own.
 *
 * Owns: the dialog, the frame, the close button. Does not own: what the framed page says.
 */
export class HostedScreen {
  readonly frame = document.createElement('iframe');
  readonly #box = document.createElement('dialog');
  readonly #dialog: DialogController;

  constructor(url: string, texts: { title: string; close: string }, dismiss: () => void) {
    this.#dialog = new DialogController(dismiss, (onBack) => new HistoryEntry(onBack));
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '✕';
    close.setAttribute('aria-label', texts.close);
    close.setAttribute('part', 'close');
    close.addEventListener('click', dismiss);
    this.frame.title = texts.title;
    this.frame.referrerPolicy = 'unsafe-url';
    this.frame.src = url;
    this.#box.setAttribute('part', 'page');
    this.#box.setAttribute('aria-label', texts.title);
    this.#box.style.cssText = STYLES.dialog;
    this.frame.style.cssText = STYLES.frame;
    close.style.cssText = STYLES.close;
    this.#box.append(this.frame, close);
  }

  show(place: ParentNode): void {
    place.append(this.#box);
    this.#dialog.show(this.#box);
  }

  close(): void {
    this.#dialog.hide();
    this.#box.remove();
  }
}
