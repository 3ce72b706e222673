import { IN_PAGE } from './in-page.js';
import { readOutcome, type Outcome } from './outcome.js';
import { driverOf, type Driver, type TestedPage } from './page.js';

/** How `logIn` logs in. */
export interface LoginOptions {
  /** The SIM's number: its four digits in the middle are typed. Default `13800138000`, that of the SIM `cm`. */
  number?: string;
  /** What to type instead, such as wrong digits. */
  digits?: string;
  /** The button; default `ydrz-login`. */
  selector?: string;
  /** Milliseconds for the whole login; default 15000. */
  timeout?: number;
}

interface Place {
  x: number;
  y: number;
}

const placeIn = (value: unknown, name: string): Place | undefined => {
  const place: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof place !== 'object' || place === null) return undefined;
  const x: unknown = Reflect.get(place, 'x');
  const y: unknown = Reflect.get(place, 'y');
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
};

const press = async (driver: Driver, place: Place | undefined, what: string): Promise<void> => {
  if (!place) throw new Error(`There is no ${what} to press`);
  await driver.click(place.x, place.y);
};

const complete = async (driver: Driver, selector: string, digits: string): Promise<Outcome> => {
  const button = await driver.evaluate(IN_PAGE.untilReady(selector));
  await press(driver, placeIn({ button }, 'button'), 'button');
  const shown = await driver.evaluate(IN_PAGE.untilShown(selector));
  const early = readOutcome(typeof shown === 'object' && shown !== null && Reflect.get(shown, 'outcome'));
  if (early) return early;
  const field = placeIn(shown, 'digits');
  if (field) {
    await press(driver, field, 'field');
    await driver.type(digits);
  }
  if ((await driver.evaluate(IN_PAGE.isTicked(selector))) !== true) {
    await press(driver, placeIn(shown, 'checkbox'), 'agreement');
  }
  // Where there are no digits to complete, a button submits.
  if (!field) await press(driver, placeIn(shown, 'submit'), 'submit button');
  const outcome = readOutcome(await driver.evaluate(IN_PAGE.untilOver(selector)));
  if (!outcome) throw new Error('The page has not said how the login ended');
  return outcome;
};

/**
 * Log in as a user does: press the button, complete the digits, tick the agreement, and wait for the end.
 *
 * @throws {Error} when it takes longer than `timeout`, or when there is nothing to press.
 */
export const logIn = async (
  page: TestedPage,
  {
    number = '13800138000',
    digits = number.slice(3, 7),
    selector = 'ydrz-login',
    timeout = 15_000,
  }: LoginOptions = {},
): Promise<Outcome> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The login has not ended within ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([complete(driverOf(page), selector, digits), late]);
  } finally {
    clearTimeout(timer);
  }
};
