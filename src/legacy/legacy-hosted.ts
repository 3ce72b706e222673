import { unclobbered } from '../dom/unclobbered.js';
import type { YdrzError } from '../codes/ydrz-error.js';
import type { Authorization, AuthorizationAnswer, Authorizer, LoginOrder } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import { screenTexts } from '../locale/screen-texts.js';
import { HostedAuthorizer } from '../login/hosted-authorizer.js';
import { refusal } from './callback-objects.js';
import type { LegacyAsking } from './legacy-run.js';
import { untilThere } from './until-there.js';

/** The service's own authorization page, as the official script shows it for the standard and the custom page. */
export class LegacyHosted implements Authorizer, LegacyAsking {
  readonly busy = false;
  readonly #hosted: HostedAuthorizer;

  /** @param pageOptions as they were given to authPageInit; they are posted into the page. */
  constructor({ authPageType = '0', expandParams, testLine = false }: LoginOrder, pageOptions: unknown) {
    this.#hosted = new HostedAuthorizer({
      ...{ authPageType, expandParams, testLine, pageOptions },
      texts: screenTexts(nearestLanguage(unclobbered().documentElement)),
      place: () => unclobbered().body,
    });
  }

  get lost(): boolean {
    return this.#hosted.lost;
  }

  /** There is no layer here. */
  submit(): YdrzError {
    return refusal('507');
  }

  async authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer> {
    await untilThere(() => unclobbered().body);
    return this.#hosted.authorize(authorization, signal);
  }

  close(): void {
    this.#hosted.close();
  }
}
