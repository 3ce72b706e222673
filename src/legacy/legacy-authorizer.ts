import { unclobbered } from '../dom/unclobbered.js';
import type { YdrzError } from '../codes/ydrz-error.js';
import { completeNumber } from '../flow/mask.js';
import type { Authorization, AuthorizationAnswer, Authorizer } from '../flow/types.js';
import { screenAuthorizer, type ScreenAuthorizer } from '../login/screen-authorizer.js';
import { refusal } from './callback-objects.js';
import type { LegacyAsking } from './legacy-run.js';
import { untilThere } from './until-there.js';

/** Where the documented pages put the layer without a mask. */
const DEFAULT_CONTAINER = 'ydrzCustomControls';

/** What is shown, where, and who hears of it. */
export interface LegacyScreen {
  authPageType: string;
  layerOptions: unknown;
  pageOptions: unknown;
  /** The layer without a mask: the page puts it into a container, and calls authGetTokenByLayer itself. */
  manual: boolean;
  /** Id of the layer's container. */
  containerId: string;
  /** The screen can be seen. */
  onOpen: (msgId: string) => void;
  /** The digits are complete and the agreement is ticked. */
  onInputComplete: (msgId: string) => void;
}

/** What the user is asked at the moment: nothing before the screen opens and while a token is fetched. */
type Question =
  { asked: false } | { asked: true; authorization: Authorization; submit: (digits: string) => void };

/** Shows the screens of the documented presentations, and takes the page's authGetTokenByLayer for an answer. */
export class LegacyAuthorizer implements Authorizer, LegacyAsking {
  readonly untilLocked = true;
  readonly #settings: LegacyScreen;
  readonly #screen: ScreenAuthorizer;
  #place: Element | null = null;
  #question: Question = { asked: false };

  constructor(settings: LegacyScreen) {
    this.#settings = settings;
    this.#screen = screenAuthorizer({
      ...settings,
      messages: null,
      place: () => this.#place ?? unclobbered().body,
    });
  }

  /** The page has thrown the screen out with what was around it: nobody will ever answer. */
  get lost(): boolean {
    return this.#screen.view?.isConnected === false;
  }

  /** The screen is open, and what it was filled in with is on its way. */
  get busy(): boolean {
    return this.#screen.view !== undefined && !this.#question.asked;
  }

  async authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer> {
    if (!authorization.refusal) this.#place = await this.#findPlace();
    return new Promise((resolve, reject) => {
      const answer = (given: AuthorizationAnswer) => {
        this.#question = { asked: false };
        resolve(given);
      };
      this.#question = {
        asked: true,
        authorization,
        submit: (digits) => {
          answer({ kind: 'digits', digits, agreed: true });
        },
      };
      this.#screen.authorize(authorization, signal).then(answer, reject);
    });
  }

  /** Submit what is filled in, or say what is missing: 507 the digits or the whole layer, 508 the tick. */
  submit(): YdrzError | undefined {
    const { view } = this.#screen;
    if (!view || !this.#question.asked) return refusal('507');
    const { authorization, submit } = this.#question;
    const { maskPhone, authLevel } = authorization;
    if (authLevel !== '1' && !completeNumber(maskPhone, view.digits)) return refusal('507');
    if (!view.agreed) return refusal('508');
    view.pending = true;
    submit(view.digits);
    return undefined;
  }

  close(): void {
    this.#question = { asked: false };
    this.#screen.close();
  }

  /** @throws {YdrzError} 506 when there is neither a mask nor a container. */
  readonly #findPlace = async (): Promise<Element> => {
    const { manual, containerId } = this.#settings;
    const place = await untilThere<Element>(() =>
      manual
        ? (unclobbered().getElementById(containerId) ?? unclobbered().getElementById(DEFAULT_CONTAINER))
        : unclobbered().body,
    );
    if (!place) throw refusal('506');
    return place;
  };
}
