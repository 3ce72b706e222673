import type { LoginEventMap } from './login-events.js';

/** All events that `<ydrz-login>` may hear, its own in place of those of the same name: its `error` is no ErrorEvent. */
export type LoginElementEventMap = Omit<HTMLElementEventMap, keyof LoginEventMap> & LoginEventMap;

declare module './login-element.js' {
  interface YdrzLoginElement {
    addEventListener<Type extends keyof LoginElementEventMap>(
      type: Type,
      listener: (this: YdrzLoginElement, event: LoginElementEventMap[Type]) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<Type extends keyof LoginElementEventMap>(
      type: Type,
      listener: (this: YdrzLoginElement, event: LoginElementEventMap[Type]) => void,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}
