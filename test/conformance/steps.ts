import { click, fillIn } from '../services/screen-user.js';
import type { Step } from './case.js';
import { NUMBERS, type Operator } from './wire.js';

export const start =
  (changes?: object): Step =>
  (page) => {
    page.getTokenInfo(changes);
  };

/** A popup, whose look is asked for once the service has said that there will be one. */
export const startPopup = (authPageType: '1' | '2' = '2'): Step[] => [
  start({ authPageType }),
  asked('page-option'),
];

/** The user fills in digits as soon as the screen is there. */
export const fill =
  (digits: string): Step =>
  () =>
    fillIn(digits);

/** The user ticks the agreement. */
export const tick: Step = () => click('checkbox');

/** The user presses a button of the screen. */
export const press =
  (part: 'submit' | 'close' | 'back'): Step =>
  () =>
    click(part);

export const end: Step = (page) => {
  page.login.endGetToken();
};

/** The service has been asked for something, for the first or another time. */
export const asked =
  (name: string, times?: number): Step =>
  (page) =>
    page.asked(name, times);

/** So many callbacks have been called by now. */
export const heard =
  (count: number): Step =>
  (page) =>
    page.hasHeard(count);

export const container =
  (id = 'ydrzCustomControls'): Step =>
  (page) => {
    page.add(Object.assign(document.createElement('div'), { id }));
  };

export const layer =
  (options: object = {}, id = 'ydrzCustomControls'): Step =>
  (page) => {
    page.login.CustomControlsInit(id, options);
  };

export const MASK = { maskStyle: { ifShowMask: true } };

/** The page asks for the token of the layer that stands in it. */
export const byLayer: Step = (page) => {
  page.login.authGetTokenByLayer(page.hears('layer success'), page.hears('layer error'));
};

/** A user does what is asked for, with the right digits. */
export const authorize = (operator: Operator = 'CM'): Step[] => [fill(NUMBERS[operator].digits), tick];
