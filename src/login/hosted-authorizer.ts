import { hostedPageResult, hostedPageUrl, type HostedPageSettings } from '../flow/hosted-page.js';
import type { Authorization, AuthorizationAnswer, Authorizer } from '../flow/types.js';
import { elementReferrerPolicy } from '../gateway/referrer.js';
import { lostError } from './lost-error.js';
import { hostedScreen, type HostedScreen } from '../views/hosted-screen.js';

export interface HostedSettings extends HostedPageSettings {
  /** The documented options of the custom page, posted into the hosted one. */
  pageOptions: unknown;
  /** The dialog's accessible name, and its close button's. */
  texts: { title: string; close: string };
  /** Where the screen is put when it opens. */
  place: () => ParentNode;
}

/** The agreements in the form in which the service hands them out. */
const privacyConfig = ({ retrieval }: Authorization): Record<string, string> =>
  Object.fromEntries(retrieval.agreements.map(({ name, url }) => [name, url]));

/** Options as plain data, which is all that a message can carry; undefined where there are none. */
const plain = (options: unknown): unknown => {
  try {
    const json = typeof options === 'string' ? options : JSON.stringify(options);
    return (json ? JSON.parse(json) : undefined) ?? undefined;
  } catch {
    // Options that are no JSON say nothing to another page: its own look holds.
    return undefined;
  }
};

/**
 * Shows the service's own authorization page in an iframe, which fetches the token by itself.
 *
 * Messages count only from that page's origin and window; everything else that arrives is ignored.
 */
export class HostedAuthorizer implements Authorizer {
  readonly #settings: HostedSettings;
  #screen: HostedScreen | undefined;

  constructor(settings: HostedSettings) {
    this.#settings = settings;
  }

  /** The page has thrown the frame out with what was around it: nobody will ever answer. */
  get lost(): boolean {
    return this.#screen?.frame.isConnected === false;
  }

  authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer> {
    const { pageOptions, texts, place } = this.#settings;
    const url = hostedPageUrl(authorization, this.#settings);
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      signal.addEventListener('abort', () => {
        over.abort();
      });
      const end = (settle: () => void) => {
        over.abort();
        settle();
      };
      const screen = (this.#screen = hostedScreen(url.href, texts, {
        dismiss() {
          end(() => {
            resolve({ kind: 'cancelled' });
          });
        },
        lose() {
          end(() => {
            reject(lostError());
          });
        },
      }));
      const { frame } = screen;
      frame.referrerPolicy = elementReferrerPolicy();
      frame.addEventListener(
        'load',
        () => {
          frame.contentWindow?.postMessage(plain(pageOptions) ?? privacyConfig(authorization), url.origin);
        },
        over,
      );
      window.addEventListener(
        'message',
        ({ source, origin, data }) => {
          if (source !== frame.contentWindow || origin !== url.origin) return;
          try {
            const answer = hostedPageResult(data);
            if (answer) {
              end(() => {
                resolve(answer);
              });
            }
          } catch (error) {
            end(() => {
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          }
        },
        over,
      );
      screen.show(place());
    });
  }

  close(): void {
    this.#screen?.close();
    this.#screen = undefined;
  }
}
