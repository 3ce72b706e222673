import { DialogController, type DialogOwner } from './dialog-controller.js';

/**
 * A full-screen dialog with a page of another origin in it. It brings no markup of its own but the frame and a
 * close button, for a page that does not load and so has no way out of its own.
 *
 * Owns: the dialog, the frame, the close button. Does not own: what the framed page says.
 */
export class HostedScreen implements DialogOwner {
  readonly frame = document.createElement('iframe');
  readonly #box = document.createElement('dialog');
  readonly #dialog = new DialogController(this);
  readonly #dismiss: () => void;

  constructor(url: string, texts: { title: string; close: string }, dismiss: () => void) {
    this.#dismiss = dismiss;
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
    this.#box.className = 'hosted';
    this.#box.append(this.frame, close);
  }

  show(place: ParentNode): void {
    place.append(this.#box);
    this.#dialog.show(this.#box, true);
  }

  close(): void {
    this.#dialog.hide();
    this.#box.remove();
  }

  dismissed(): void {
    this.#dismiss();
  }
}
