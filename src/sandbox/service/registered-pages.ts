import { SandboxOptionError } from '../option-error.js';

const addressOf = (address: string): URL | undefined =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined;

/** Fragment and query do not count. */
const pageOf = ({ origin, pathname }: URL): string => origin + pathname;

/** The pages from which retrieval may be called. No wildcards. */
export class RegisteredPages {
  readonly #pages = new Set<string>();
  readonly #origins = new Set<string>();

  /** @throws {SandboxOptionError} PAGE, when an address is not a full http(s) address. */
  add(addresses: Iterable<string>): void {
    for (const address of addresses) {
      const url = addressOf(address);
      if (!url) {
        throw new SandboxOptionError(
          'PAGE',
          `Not the full address of a page: ${address}`,
          'It looks like https://shop.example/login.',
        );
      }
      this.#pages.add(pageOf(url));
      this.#origins.add(url.origin);
    }
  }

  hasOrigin(origin: string | undefined): boolean {
    return origin !== undefined && this.#origins.has(origin);
  }

  /**
   * A registered page's full address, or its bare origin, which is all that Firefox and WebKit send across sites
   * (with a slash at the end, as browsers write it).
   */
  hasReferer(referer: string | undefined): boolean {
    const url = addressOf(referer ?? '');
    if (!url || !this.#origins.has(url.origin)) return false;
    return this.#pages.has(pageOf(url)) || pageOf(url) === `${url.origin}/`;
  }
}
