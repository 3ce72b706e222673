import { unclobbered } from '../dom/unclobbered.js';
import { dialogController } from './dialog/dialog-controller.js';

// Set through the CSSOM, which no policy forbids: so the button's style sheet, which every page loads, need not have it.
// The dialog's size has logical names, because `width` and `height` are set and taken away as a keyboard comes and goes.
const STYLES = {
  dialog:
    'position:fixed;top:0;left:0;box-sizing:border-box;inline-size:100%;block-size:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:#fff',
  frame: 'display:block;width:100%;height:100%;border:0',
  close:
    'position:absolute;top:env(safe-area-inset-top,0);right:0;width:44px;height:44px;border:0;background:none;color:#555;font-size:16px',
};

/**
 * A full-screen dialog with a page of another origin in it. Besides the frame it has only a close button, for a page that does not
 * load and so offers none.
 *
 * Owns: the dialog, the frame, the close button. Does not own: what the framed page says.
 */
export interface HostedScreen {
  readonly frame: HTMLIFrameElement;
  show(place: ParentNode): void;
  close(): void;
}

/** `dismiss`: the user has closed the screen. `lose`: the page has made it unusable. */
export function hostedScreen(
  url: string,
  texts: { title: string; close: string },
  { dismiss, lose }: { dismiss: () => void; lose: () => void },
): HostedScreen {
  const page = unclobbered();
  const screen = page.createElement('dialog');
  const frame = page.createElement('iframe');
  const close = page.createElement('button');
  let open = false;
  const dialog = dialogController({
    leave: dismiss,
    lose,
    luggage: () => (open ? { screen } : undefined),
  });
  close.type = 'button';
  close.textContent = '✕';
  close.setAttribute('aria-label', texts.close);
  close.setAttribute('part', 'close');
  close.addEventListener('click', dismiss);
  frame.title = texts.title;
  frame.src = url;
  screen.setAttribute('part', 'page');
  screen.setAttribute('aria-label', texts.title);
  screen.style.cssText = STYLES.dialog;
  frame.style.cssText = STYLES.frame;
  close.style.cssText = STYLES.close;
  screen.append(frame, close);
  return {
    frame,
    show(place) {
      open = true;
      place.append(screen);
      dialog.show(screen, frame);
    },
    close() {
      open = false;
      dialog.close();
      screen.remove();
    },
  };
}
