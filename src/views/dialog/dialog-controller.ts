import type { ReactiveController } from 'lit';
import { windowOf } from '../../dom/movable-element.js';
import { keepFocus } from './focused-element.js';
import type { Luggage } from './luggage.js';
import { openDialog } from './open-dialog.js';
import { keepPrivate } from './private-events.js';
import { refugeOf, unhideHost } from './host.js';
import { lockScroll } from './scroll-lock.js';
import { keepVisible } from './visible-viewport.js';
import { isRendered, watchScreen } from './watch-screen.js';

/** Whose dialog it is. */
export interface DialogOwner {
  /** The user wants out, by Escape, or by Android's Back where the browser takes it for the same. */
  leave: () => void;
  /** The page has made the screen unusable. The dialog is hidden by then. */
  lose: () => void;
  /** The open screen, with what comes along when it is moved; undefined: it is not ours to move, or not open any more. */
  luggage: () => Luggage | undefined;
}

/**
 * A modal screen's dialog.
 *
 * Owns: showing and hiding the native `<dialog>`, Escape, the page's scrolling behind it, that it can be seen and used whatever
 * the page does, and where the focus returns to. Does not own: the dialog's content, what is focused first, and the
 * host's `open`. An element adds the controller to itself, so that leaving the document hides the dialog.
 *
 * A screen stands where it was put, in reach of the page's styles, as long as it is rendered there: the top layer leaves nothing
 * to the page's clipping, transforms and stacking. Where its place is hidden, before or after opening, it moves to a refuge;
 * where that does not help either, it is lost, and the page is given back.
 *
 * The session history is the page's: no entry is made for a screen. Going back over one would be heard by the page's own
 * `popstate` listeners and routers, some of which answer with entries of their own. Chromium (126 and later) takes
 * Android's Back for a request to close a modal dialog, without an entry; elsewhere Back leaves the page as it always did.
 */
export interface DialogController extends ReactiveController {
  /** Show the dialog, if it is not shown. `content`: what of it has to be seen. False: it could not be seen here. */
  show(dialog: HTMLDialogElement, content: Element): boolean;
  /** Hide the dialog and undo everything that showing it did. */
  hide(): void;
  /** Hide the dialog for good, and leave nothing of the place that it was moved to. */
  close(): void;
}

export function dialogController({ leave, lose, luggage }: DialogOwner): DialogController {
  let shown: HTMLDialogElement | undefined;
  /** What showing the dialog did, to be undone. */
  let undos: (() => void)[] = [];
  /** Where the screen was moved to. */
  let refuge: Element | undefined;

  const show = (dialog: HTMLDialogElement, content: Element): boolean => {
    if (shown === dialog) return true;
    hide();
    shown = dialog;
    const view = windowOf(dialog) ?? window;
    const giveFocusBack = keepFocus(dialog);
    const taken = () => {
      save(dialog, content);
    };
    undos = [
      // First, so that the dialog is where it can be seen before the browser pans to what gets the focus in it.
      keepVisible(dialog, view),
      openDialog(dialog, leave),
      lockScroll(view),
      keepPrivate(dialog, view),
      watchScreen(content, taken),
      giveFocusBack,
    ];
    if (!isRendered(content)) taken();
    return shown === dialog;
  };

  const hide = (): void => {
    const dialog = shown;
    if (!dialog) return;
    shown = undefined;
    for (const undo of undos) undo();
  };

  /** The page has hidden the screen: show it in its place, or else move it, or else give up. */
  const save = (dialog: HTMLDialogElement, content: Element): void => {
    const screen = luggage()?.screen;
    const undo = screen && dialog.open && !isRendered(content) ? unhideHost(screen) : undefined;
    if (undo && isRendered(content)) {
      undos.unshift(undo);
      return;
    }
    undo?.();
    const movable = screen && dialog.isConnected && !refugeOf(screen);
    // Whatever comes now, the page can be used in the meantime.
    hide();
    if (movable) void move(dialog, content);
    else lose();
  };

  /** Move the screen to a refuge, by code that is loaded only here: few pages hide their logins. */
  const move = async (dialog: HTMLDialogElement, content: Element): Promise<void> => {
    const module = await import('./refuge.js').catch(() => undefined);
    const moved = luggage();
    // Not open any more, or moved already: an update of the screen has it shown, and moved, once more.
    if (!moved || refugeOf(moved.screen)) return;
    if (!module || !moved.screen.isConnected) {
      lose();
      return;
    }
    const root = module.openRefuge(moved);
    refuge = root.host;
    root.append(moved.screen);
    if (moved.screen === dialog) show(dialog, content);
  };

  return {
    hostDisconnected: hide,
    show,
    hide,
    close() {
      hide();
      refuge?.remove();
    },
  };
}
