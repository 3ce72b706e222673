import { inTime } from '../gateway/in-time.js';
import { loadHints } from '../flow/load-hints.js';
import type { Authorization, AuthorizationAnswer, Authorizer } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { STANDARD_POPUP, isGiven } from '../options/defaults.js';
import { loadReader } from '../options/load-reader.js';
import type { AuthView } from '../views/auth-view.js';
import { AUTHORIZE, AUTH_LAYER, AUTH_PAGE, CANCEL, INPUT_COMPLETE, VIEW_PARTS } from '../views/names.js';

/** Which screen is shown, how it looks and where it stands. */
export interface ScreenSettings {
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, anything else the standard page. */
  authPageType: string;
  layerOptions: unknown;
  pageOptions: unknown;
  /** Overrides of single texts. */
  messages: Partial<ScreenTexts> | null;
  /** Milliseconds that the screen's code may take to load; default 8000. */
  timeout?: number | undefined;
  /** Where the screen is put when it opens. */
  place: () => ParentNode;
  /** Complete digits wait for the page, which takes them from the view; default false: the screen submits them. */
  manual?: boolean;
  /** The screen can be seen. */
  onOpen?: (msgId: string) => void;
  /** The digits are complete and the agreement is ticked. */
  onInputComplete: (msgId: string) => void;
}

/** What decides which code a screen needs. */
type ScreenChoice = Pick<ScreenSettings, 'authPageType' | 'layerOptions' | 'pageOptions'>;

const isLayer = (authPageType: string): boolean => authPageType === '1' || authPageType === '2';

const optionsOf = ({ authPageType, layerOptions, pageOptions }: ScreenChoice): unknown =>
  authPageType === '1' ? STANDARD_POPUP : isLayer(authPageType) ? layerOptions : pageOptions;

/** Load the screen for an authPageType, with what reads its options where it has some, and say what it is called. */
export const loadScreen = async (choice: ScreenChoice): Promise<typeof AUTH_LAYER | typeof AUTH_PAGE> => {
  // Only ahead of the screen, which tries again and says so when it fails.
  if (isGiven(optionsOf(choice))) loadReader().catch(() => undefined);
  if (isLayer(choice.authPageType)) {
    await import('../views/define-auth-layer.js');
    return AUTH_LAYER;
  }
  await import('../views/define-auth-page.js');
  return AUTH_PAGE;
};

/** The look that is set for the standard popup at the service, as soon as it has come; nothing as a rule. */
const dress = async (view: AuthView, pageOption: object | undefined): Promise<void> => {
  if (!Object.keys(pageOption ?? {}).length) return;
  const { layerOptionsOf } = await loadReader();
  view.options = layerOptionsOf(pageOption);
};

/** Shows `<ydrz-auth-layer>` or `<ydrz-auth-page>`: one screen for all tries of a login, opened at the first. */
export class ScreenAuthorizer implements Authorizer {
  readonly #settings: ScreenSettings;
  readonly #screen: Promise<typeof AUTH_LAYER | typeof AUTH_PAGE>;
  #view: AuthView | undefined;
  #closed = false;

  /** The screen's code is fetched at once, beside the retrieval. */
  constructor(settings: ScreenSettings) {
    this.#settings = settings;
    this.#screen = loadScreen(settings);
    // A failure is told by the try that waits for the screen, not by an unhandled rejection before it.
    this.#screen.catch(() => undefined);
  }

  /** The screen, once it is open; for whoever steers it beyond one login's tries. */
  get view(): AuthView | undefined {
    return this.#view;
  }

  async authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer> {
    const isFirst = this.#view === undefined;
    const view = (this.#view ??= await this.#open(authorization, signal));
    if (isFirst && view.open) this.#settings.onOpen?.(authorization.msgId);
    const { refusal, attemptsLeft } = authorization;
    const hints = refusal && (await loadHints());
    view.attemptsLeft = attemptsLeft;
    view.pending = false;
    if (refusal) {
      // The user closed the screen while the token was fetched.
      if (!view.open) return { kind: 'cancelled' };
      view.reset();
      view.error = hints?.hintFor(refusal, nearestLanguage(view)) ?? refusal.message;
    }
    return new Promise((resolve) => {
      const answered = new AbortController();
      const answer = (given: AuthorizationAnswer) => {
        answered.abort();
        resolve(given);
      };
      view.addEventListener(
        AUTHORIZE,
        (event) => {
          view.pending = true;
          answer({ kind: 'digits', digits: event.detail.digits, agreed: view.agreed });
        },
        answered,
      );
      view.addEventListener(
        CANCEL,
        () => {
          answer({ kind: 'cancelled' });
        },
        answered,
      );
    });
  }

  close(): void {
    this.#closed = true;
    this.#view?.close();
    this.#view?.remove();
  }

  async #open(authorization: Authorization, signal: AbortSignal): Promise<AuthView> {
    const { messages, manual, timeout = 8000, place, onInputComplete } = this.#settings;
    const view: AuthView = document.createElement(await inTime(this.#screen, timeout, signal));
    view.maskPhone = authorization.maskPhone;
    view.operator = authorization.operator;
    // A page that leaves level 5 to the element gets the screen that asks for the digits.
    view.authLevel = authorization.authLevel === '1' ? '1' : '4';
    view.appName = authorization.appName;
    view.agreements = authorization.retrieval.agreements;
    view.messages = messages;
    view.manual = manual ?? false;
    view.setAttribute('exportparts', VIEW_PARTS.join(', '));
    view.options = optionsOf(this.#settings);
    // Decoration: without it the popup keeps its own look.
    authorization.pageOption?.then((pageOption) => dress(view, pageOption)).catch(console.warn);
    view.addEventListener(INPUT_COMPLETE, () => {
      onInputComplete(authorization.msgId);
    });
    if (this.#closed || signal.aborted) return view;
    place().append(view);
    await view.updateComplete;
    await view.show();
    return view;
  }
}
