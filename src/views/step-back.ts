import { took } from './change-history.js';

/** The list of entries, in browsers that have one (Chrome 102, Firefox 147, Safari 26.2). A page may have something else of this name. */
function entryList(): Navigation | undefined {
  return 'Navigation' in globalThis && globalThis.navigation instanceof Navigation ? navigation : undefined;
}

/**
 * Goes back over the current entry of the session history, and settles when the browser is there, which takes it a moment. An
 * application that goes on to a view of its own in the meantime is taken back from it, and is told the way there again: it
 * gets an entry of the same state and address, and a `popstate`.
 *
 * `isHere` tells whether a state is that of the entry to leave.
 */
export function stepBack(isHere: (state: unknown) => boolean): Promise<void> {
  const list = entryList();
  const position = () => list?.currentEntry?.index ?? 0;
  const here = position();
  const target = list?.entries()[here - 1]?.key;
  let settled = false;
  let resume: (() => void) | undefined;

  // Firefox forgets that it was to go back when an entry is added in the same task. Other browsers are on their way
  // there already, and then this is nothing more.
  const insist = () => {
    if (settled || !list || !target) return;
    list.traverseTo(target).committed?.catch(() => undefined);
  };
  const look = () => {
    const state: unknown = history.state;
    const { href } = location;
    if (isHere(state) || position() < here) return;
    resume = () => {
      if (!took(() => history.pushState(state, '', href))) return;
      dispatchEvent(new PopStateEvent('popstate', { state }));
    };
    setTimeout(insist);
  };
  list?.addEventListener('currententrychange', look);
  // Without a list nobody tells that the application goes on: look while it does what it does in this task.
  if (!list) for (let turn = Promise.resolve(), count = 0; count < 20; count++) turn = turn.then(look);

  return new Promise((resolve) => {
    const arrived = () => {
      // A fragment's own popstate.
      if (target && position() >= here) return;
      settled = true;
      removeEventListener('popstate', arrived);
      list?.removeEventListener('currententrychange', look);
      resolve();
      resume?.();
    };
    addEventListener('popstate', arrived);
    history.back();
  });
}
