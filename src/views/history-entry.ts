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
 * the site. The address does not change. Taken away again when the screen closes in another way.
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
      if (markOf(state) === undefined) history.pushState(entry, '');
      else history.replaceState(entry, '');
      addEventListener('popstate', this.#left);
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
    let resume: (() => void) | undefined;
    const look = () => {
      const state: unknown = history.state;
      const { href } = location;
      if (markOf(state) === mark) return;
      resume ??= () => {
        history.pushState(state, '', href);
        dispatchEvent(new PopStateEvent('popstate', { state }));
      };
    };
    // An application that goes on to a view of its own now is taken back from it. It is told the way there again.
    for (let turn = Promise.resolve(), count = 0; count < 20; count++) turn = turn.then(look);
    leaving = new Promise((resolve) => {
      addEventListener(
        'popstate',
        () => {
          resume?.();
          resolve();
        },
        { once: true },
      );
    });
    history.back();
  }

  readonly #left = (): void => {
    if (markOf(history.state) === this.#mark) return;
    removeEventListener('popstate', this.#left);
    this.#mark = undefined;
    this.#onBack();
  };
}
