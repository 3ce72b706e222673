import { took } from './change-history.js';
import { stepBack } from './step-back.js';

/** The key that marks our entry in `history.state`. */
const MARK = 'ydrzScreen';

let count = 0;
/** Settles when the browser has gone back over an entry that was taken away; it does so later, not at once. */
let leaving: Promise<void> = Promise.resolve();

function markOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && MARK in state ? state[MARK] : undefined;
}

/**
 * An entry in the session history that stands for an open screen, so that the browser's Back closes the screen instead of leaving
 * the site. The address does not change. Taken away again when the screen closes in another way. Where the browser refuses the
 * entry, Back is as it was without the screen.
 */
export class HistoryEntry {
  readonly #onBack: () => void;
  #mark: string | undefined;

  constructor(onBack: () => void) {
    this.#onBack = onBack;
  }

  add(): void {
    if (this.#mark) return;
    const mark = `${String(Date.now())}-${String(++count)}`;
    this.#mark = mark;
    void leaving.then(() => {
      if (this.#mark !== mark) return;
      const state: unknown = history.state;
      const entry = { ...(typeof state === 'object' ? state : {}), [MARK]: mark };
      // A page that was reloaded under an open screen still has the entry.
      const change = markOf(state) === undefined ? 'pushState' : 'replaceState';
      if (took(() => history[change](entry, ''))) addEventListener('popstate', this.#left);
    });
  }

  remove(): void {
    const mark = this.#mark;
    if (!mark) return;
    this.#mark = undefined;
    removeEventListener('popstate', this.#left);
    // Closed before the entry was made, or somewhere else already: nothing to go back over.
    if (markOf(history.state) !== mark) return;
    // At once: going back a moment later would stop a navigation that the page starts now.
    leaving = stepBack((state) => markOf(state) === mark);
  }

  readonly #left = (): void => {
    if (markOf(history.state) === this.#mark) return;
    removeEventListener('popstate', this.#left);
    this.#mark = undefined;
    this.#onBack();
  };
}
