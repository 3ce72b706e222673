import { unclobbered } from '../../dom/unclobbered.js';

/** What is no part of a screen: what a page or a library loads, and the element that the login belongs to. */
const isApart = (node: Element): boolean =>
  /^(script|style|link|template|ydrz-login)$/.test(node.localName) ||
  node.querySelector('ydrz-login') !== null;

/**
 * What the official script puts on the page: its container's content, and whatever is new in the body since the login began,
 * for its layers, keyboards and frames bear no name of its own.
 */
export class OfficialTraces {
  readonly #before: ReadonlySet<Element> = new Set(unclobbered().body.children);
  readonly #container: Element | undefined;

  constructor(container: Element | undefined) {
    this.#container = container;
  }

  readonly #nodes = (): Element[] => {
    const added = [...unclobbered().body.children].filter(
      (node) => !this.#before.has(node) && !isApart(node),
    );
    return [...added, ...(this.#container?.children ?? [])];
  };

  /** Resolves when something is there; never where nothing comes. */
  shown(over: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#nodes().length === 0) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      for (const place of [unclobbered().body, this.#container]) {
        if (place) observer.observe(place, { childList: true });
      }
      over.addEventListener('abort', () => {
        observer.disconnect();
      });
      look();
    });
  }

  /** Take it all away. */
  remove(): void {
    for (const node of this.#nodes()) node.remove();
  }
}
