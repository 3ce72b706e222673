import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { APP_ID, Lane } from './lane.js';
import type { AuthorizationRequestEvent } from '../../src/login/login-events.js';
import '../../src/login/define.js';
import type { YdrzLoginElement } from '../../src/login/login-element.js';
import type { LoginEventMap } from '../../src/login/login-events.js';
import { LOGIN_EVENTS } from '../../src/login/names.js';

/** The digits that `138****8000` hides. */
export const HIDDEN = '0013';

/** A `<ydrz-login>` that logs in at a lane of the simulated service. */
export interface LoginFixture {
  lane: Lane;
  element: YdrzLoginElement;
}

/** Settings of the element, besides those that lead to the simulated service. */
export type LoginSettings = Partial<
  Pick<
    YdrzLoginElement,
    | 'authPageType'
    | 'autoSubmit'
    | 'credentials'
    | 'disabled'
    | 'gateway'
    | 'label'
    | 'lang'
    | 'layerOptions'
    | 'messages'
    | 'mount'
    | 'name'
    | 'openType'
    | 'pageOptions'
    | 'prefetch'
    | 'required'
    | 'timeout'
  >
>;

/** Lead an element to a lane of its own, for a phone with this SIM. */
export const connectToLane = (element: YdrzLoginElement, sim = 'cm', lane = new Lane()): Lane => {
  element.appId = APP_ID;
  element.credentialsUrl = lane.credentialsUrl;
  element.gateway = lane.gateway(sim);
  return lane;
};

/** A `<ydrz-login>` in the document, by itself. */
export const openLogin = async (settings: LoginSettings = {}, sim = 'cm'): Promise<LoginFixture> => {
  const element = await fixture<YdrzLoginElement>(html`<ydrz-login></ydrz-login>`);
  const lane = connectToLane(element, sim);
  Object.assign(element, settings);
  await element.updateComplete;
  return { lane, element };
};

/** Let the page answer every request for an authorization, so that no screen is shown. */
export const answerWith = (
  element: YdrzLoginElement,
  answer: (request: AuthorizationRequestEvent['detail']) => void = ({ submit }) => {
    submit(HIDDEN);
  },
): void => {
  element.addEventListener(LOGIN_EVENTS.authorizationRequest, (event) => {
    event.preventDefault();
    answer(event.detail);
  });
};

/** A finished login without a screen. */
export const loggedIn = async (settings: LoginSettings = {}): Promise<LoginFixture> => {
  const made = await openLogin(settings);
  answerWith(made.element);
  await made.element.login();
  await made.element.updateComplete;
  return made;
};

/** The next event of a type. */
export const next = <Type extends keyof LoginEventMap>(
  element: YdrzLoginElement,
  type: Type,
): Promise<LoginEventMap[Type]> =>
  new Promise((resolve) => {
    element.addEventListener(type, resolve, { once: true });
  });

/** The element's events from now on, by name and in order, `statechange` as the new state. */
export const record = (element: YdrzLoginElement): string[] => {
  const log: string[] = [];
  for (const name of Object.values(LOGIN_EVENTS)) {
    element.addEventListener(name, (event) => {
      log.push('state' in event.detail ? event.detail.state : name);
    });
  }
  return log;
};

/** A part of the element, as a page styles it. */
export const partOf = (element: YdrzLoginElement, name: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(`[part=${name}]`);
  if (!found) throw new Error(`The element shows no part "${name}"`);
  return found;
};
