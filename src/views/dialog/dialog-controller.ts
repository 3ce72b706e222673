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

/** What the controller asks and tells the element that has the dialog. */
export interface DialogOwner {
  /** The user leaves the screen: by Escape, or by Android's Back where the browser treats it as Escape. */
  leave: () => void;
  /** The page has made the screen unusable. The dialog is hidden by then. */
  lose: () => void;
  /** The open screen and what is moved together with it; undefined where it may not be moved, or is no longer open. */
  luggage: () => Luggage | undefined;
}

/**
 * A modal screen's dialog; of a screen in the page, only where the focus returns to.
 *
 * Owns: showing and hiding the native `<dialog>`, Escape, the page's scrolling behind it, that it can be seen and used whatever
 * the page does, and where the focus returns to. Does not own: the dialog's content, what is focused first, and the
 * host's `open`. An element adds the controller to itself, so that leaving the document hides the dialog.
 *
 * As long as it is rendered there, a screen stays where the page has put it, so that the page's styles reach it; clipping, transforms
 * and stacking do not matter, because the dialog is in the top layer. Where its place is hidden, before or after opening, the screen
 * moves to a refuge; if it cannot be seen there either, it is closed and the owner is told that it is lost.
 *
 * The session history is the page's: no entry is made for a screen. Going back over one would be heard by the page's own
 * `popstate` listeners and routers, some of which answer with entries of their own. Chromium (126 and later) takes
 * Android's Back for a request to close a modal dialog, without an entry; elsewhere Back leaves the page as it always did.
 */
export interface DialogController extends ReactiveController {
  /**
   * Show the dialog, if it is not shown; null for a screen in the page. `content` is the part of it that has to be visible; returns
   * false where it was not.
   */
  show(dialog: HTMLDialogElement | null, content: Element): boolean;
  /** Hide the dialog and undo everything that showing it did. */
  hide(): void;
  /** Hide the dialog for good, and remove the refuge if it was moved to one. */
  close(): void;
}

export function dialogController({ leave, lose, luggage }: DialogOwner): DialogController {
  let shown: Element | undefined;
  /** What showing the dialog did, to be undone. */
  let undos: (() => void)[] = [];
  /** Where the screen was moved to. */
  let refuge: Element | undefined;

  const show = (dialog: HTMLDialogElement | null, content: Element): boolean => {
    const screen = dialog ?? content;
    if (shown === screen) return true;
    hide();
    shown = screen;
    const giveFocusBack = keepFocus(screen);
    undos = [giveFocusBack];
    if (!dialog) return true;
    const view = windowOf(dialog) ?? window;
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
    const done = undos;
    [shown, undos] = [undefined, []];
    for (const undo of done) undo();
  };

  /** The page has hidden the screen: show it in its place; if that fails move it; if it cannot be moved give up. */
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
