import { AUTHORIZE, CANCEL, CUSTOM_CONTROL, INPUT_COMPLETE } from './names.js';

/** The user has filled in the hidden digits (none at level 1) and agreed: the token may be fetched. */
export class AuthorizeEvent extends CustomEvent<{ readonly digits: string }> {
  constructor(digits: string) {
    super(AUTHORIZE, { detail: { digits } });
  }
}

/** The digits are complete and the agreement is ticked; fired each time that becomes true. */
export class InputCompleteEvent extends CustomEvent<null> {
  constructor() {
    super(INPUT_COMPLETE);
  }
}

/**
 * The user has closed the screen: by a button, by Escape, or by what the browser takes for it, as Android's Back.
 * The screen is closed by then.
 */
export class CancelEvent extends CustomEvent<null> {
  /** Not the user has left the screen: the page has hidden or removed it. */
  readonly lost: boolean;

  constructor(lost = false) {
    super(CANCEL);
    this.lost = lost;
  }
}

/** A custom control was pressed. `preventDefault()` keeps the page from going to its address. */
export class CustomControlEvent extends CustomEvent<{ readonly url: string }> {
  constructor(url: string) {
    super(CUSTOM_CONTROL, { detail: { url }, cancelable: true });
  }
}

/** The events of `<ydrz-auth-layer>` and `<ydrz-auth-page>` by name. */
export interface ViewEventMap {
  authorize: AuthorizeEvent;
  inputcomplete: InputCompleteEvent;
  cancel: CancelEvent;
  customcontrol: CustomControlEvent;
}

/** All events that a screen may hear, its own in place of those of the same name. */
export type ViewElementEventMap = Omit<HTMLElementEventMap, keyof ViewEventMap> & ViewEventMap;

declare module './auth-view.js' {
  interface AuthView {
    addEventListener<Type extends keyof ViewElementEventMap>(
      type: Type,
      listener: (this: AuthView, event: ViewElementEventMap[Type]) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<Type extends keyof ViewElementEventMap>(
      type: Type,
      listener: (this: AuthView, event: ViewElementEventMap[Type]) => void,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}
