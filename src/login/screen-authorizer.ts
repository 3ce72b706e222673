import { unclobbered } from '../dom/unclobbered.js';
import { loadHints } from '../flow/load-hints.js';
import type { Authorization, AuthorizationAnswer, Authorizer } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { STANDARD_POPUP, isGiven } from '../options/defaults.js';
import type { AuthView } from '../views/auth-view.js';
import { loadReader } from '../views/load-reader.js';
import { lostError } from './lost-error.js';
import { AUTHORIZE, AUTH_LAYER, AUTH_PAGE, CANCEL, INPUT_COMPLETE, VIEW_PARTS } from '../views/names.js';
import { asFields, textAt } from '../incoming/fields.js';
import { inTime } from '../incoming/in-time.js';

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

/** Whether an authPageType is one of the two popups. */
export const isLayer = (authPageType: string): boolean => authPageType === '1' || authPageType === '2';

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

/**
 * What is set at the service, as soon as it has come; nothing as a rule. The custom popup has a look of its own, and takes the
 * business's name alone.
 */
const dress = async (view: AuthView, authPageType: string, pageOption: object | undefined): Promise<void> => {
  if (!Object.keys(pageOption ?? {}).length) return;
  if (authPageType !== '1') {
    view.nameBusiness(textAt(asFields(pageOption), 'configBusinessName'));
    return;
  }
  const { layerOptionsOf } = await loadReader();
  view.options = layerOptionsOf(pageOption);
};

/** Shows `<ydrz-auth-layer>` or `<ydrz-auth-page>`: one screen for all tries of a login, opened at the first. */
export interface ScreenAuthorizer extends Authorizer {
  /** The screen, once it is open; for whoever steers it beyond one login's tries. */
  readonly view: AuthView | undefined;
}

/** The screen's code is fetched at once, beside the retrieval. */
export const screenAuthorizer = (settings: ScreenSettings): ScreenAuthorizer => {
  const screen = loadScreen(settings);
  // A failure is told by the try that waits for the screen, not by an unhandled rejection before it.
  screen.catch(() => undefined);
  let opened: AuthView | undefined;
  /** The screen while what it needs is on its way. */
  let opening: AuthView | undefined;
  let closed = false;

  const open = async (authorization: Authorization, signal: AbortSignal): Promise<AuthView> => {
    const { authPageType, messages, manual, timeout, place, onInputComplete } = settings;
    const view: AuthView = unclobbered().createElement(await inTime(screen, timeout, signal));
    view.maskPhone = authorization.maskPhone;
    view.operator = authorization.operator;
    // A page that leaves level 5 to the element gets the screen that asks for the digits.
    view.authLevel = authorization.authLevel === '1' ? '1' : '4';
    view.appName = authorization.appName;
    view.agreements = authorization.retrieval.agreements;
    view.messages = messages;
    view.manual = manual ?? false;
    view.setAttribute('exportparts', VIEW_PARTS.join(', '));
    view.options = optionsOf(settings);
    // Decoration: without it the popup keeps its own look.
    authorization.pageOption?.then((pageOption) => dress(view, authPageType, pageOption)).catch(console.warn);
    view.addEventListener(INPUT_COMPLETE, () => {
      onInputComplete(authorization.msgId);
    });
    view.owned = true;
    view.setAttribute('owned', '');
    opening = view;
    // It may be a form, whose fields hide its methods behind their own names.
    Node.prototype.appendChild.call(place(), view);
    await view.updateComplete;
    // Whatever of it comes late: a login that has ended opens nothing.
    if (closed || signal.aborted) view.remove();
    else await view.show();
    return view;
  };
  return {
    get view() {
      return opened;
    },
    async authorize(authorization, signal) {
      const isFirst = opened === undefined;
      const view = (opened ??= await open(authorization, signal));
      if (isFirst && view.open) settings.onOpen?.(authorization.msgId);
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
      return new Promise((resolve, reject) => {
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
          ({ lost }) => {
            if (lost) reject(lostError());
            answer({ kind: 'cancelled' });
          },
          answered,
        );
      });
    },
    close() {
      closed = true;
      const view = opened ?? opening;
      view?.close();
      view?.remove();
    },
  };
};
