import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { AuthorizationRequest, LoginEventMap, YdrzLoginElement } from 'ydrz-elements/elements';
import { APP_ID, HIDDEN, Lane } from './lane.js';

export { HIDDEN };

/** The names of the events. */
export const EVENTS = [
  ...(['token', 'error', 'authorizationrequest', 'inputcomplete'] as const),
  ...(['statechange', 'expire', 'hop'] as const),
];

/** A `<ydrz-login>` that logs in at a lane of the simulated service. */
export interface ElementFixture {
  lane: Lane;
  element: YdrzLoginElement;
}

/** What a page may set on the element. */
export type Settings = Partial<
  Omit<YdrzLoginElement, 'result' | 'state' | 'form' | 'labels' | 'addEventListener' | 'removeEventListener'>
>;

/** Lead an element to a lane, for a phone with this SIM. */
export const connectToLane = (element: YdrzLoginElement, sim = 'cm', lane = new Lane()): Lane => {
  element.appId = APP_ID;
  element.credentialsUrl = lane.credentialsUrl;
  element.gateway = lane.gateway(sim);
  return lane;
};

/** A `<ydrz-login>` in the document, by itself. */
export const openLogin = async (settings: Settings = {}, sim = 'cm'): Promise<ElementFixture> => {
  const element = await fixture<YdrzLoginElement>(html`<ydrz-login></ydrz-login>`);
  const lane = connectToLane(element, sim);
  Object.assign(element, settings);
  await element.updateComplete;
  return { lane, element };
};

/** Let the page answer every request for an authorization, so that no screen is shown. */
export const answerWith = (
  element: YdrzLoginElement,
  answer: (request: AuthorizationRequest) => void = (request) => {
    request.submit(HIDDEN);
  },
): void => {
  element.addEventListener('authorizationrequest', (event) => {
    event.preventDefault();
    answer(event.detail);
  });
};

/** The next authorization that the page is asked for; it waits for its answer. */
export const asked = (element: YdrzLoginElement): Promise<AuthorizationRequest> =>
  new Promise((resolve) => {
    answerWith(element, resolve);
  });

/** A finished login without a screen. */
export const loggedIn = async (settings: Settings = {}): Promise<ElementFixture> => {
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

/** The element's events from now on, by name and in order, `statechange` as the new state, hops by their names. */
export const record = (element: YdrzLoginElement): string[] => {
  const log: string[] = [];
  for (const name of EVENTS) {
    element.addEventListener(name, ({ detail }) => {
      if ('state' in detail) log.push(`state ${detail.state}`);
      else log.push('duration' in detail ? `hop ${detail.name}` : name);
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
