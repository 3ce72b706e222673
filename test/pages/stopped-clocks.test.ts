import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LoginEventMap, YdrzLoginElement } from 'ydrz-elements/elements';
import { Lane } from '../services/lane.js';
import { fillIn, HIDDEN, makeLogin, resetMouse, screen, watchPage } from './played-page.js';

const { now } = Date;
const MINUTE = 60_000;

/** The wall clock jumps; no timer and no other clock notices, as in a phone that sleeps. */
const moveClock = (milliseconds: number): void => {
  Date.now = () => now() + milliseconds;
};

const sleep = (): void => {
  moveClock(10 * MINUTE);
};

/** The page is seen again. */
const LOOKS: Readonly<Record<'visibilitychange' | 'pageshow', () => void>> = {
  visibilitychange: () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  pageshow: () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
};

const wake = (): void => {
  LOOKS.visibilitychange();
  LOOKS.pageshow();
};

/** The timers of more than a minute that are set from now on, until they are stopped; `ring` lets them run at once. */
const catchTimers = (): { ring: () => void; release: () => void } => {
  const { setTimeout: set } = window;
  const timers: (() => void)[] = [];
  const caught = (run: TimerHandler, delay = 0, ...rest: unknown[]): number => {
    if (delay > MINUTE && typeof run === 'function') {
      timers.push(() => {
        Reflect.apply(run, window, rest);
      });
    }
    return set(run, delay, ...rest);
  };
  Object.defineProperty(window, 'setTimeout', { configurable: true, writable: true, value: caught });
  return {
    ring() {
      for (const timer of timers.splice(0)) timer();
    },
    release() {
      Object.assign(window, { setTimeout: set });
    },
  };
};

/** A page with a form that wants the token. */
interface Page {
  login: YdrzLoginElement;
  form: HTMLFormElement;
  lane: Lane;
}

const heard = <Type extends keyof LoginEventMap>(
  { login }: Page,
  type: Type,
  fits: (event: LoginEventMap[Type]) => boolean = () => true,
): Promise<void> =>
  new Promise((resolve) => {
    login.addEventListener(type, (event) => {
      if (fits(event)) resolve();
    });
  });

/** The page asks for the digits itself. */
const answer = ({ login }: Page): void => {
  login.addEventListener('authorizationrequest', (event) => {
    event.preventDefault();
    event.detail.submit(HIDDEN);
  });
};

const logIn = async (page: Page): Promise<void> => {
  answer(page);
  await page.login.login();
};

const proofsIn = (form: HTMLFormElement): string[] => [...new FormData(form).keys()];

/** A login whose phone sleeps while its screen is open. `meanwhile`: what becomes of the service by then. */
const sleepAtScreen = async ({ login }: Page, meanwhile?: () => Promise<void>): Promise<void> => {
  // Its end is heard by its events.
  const ended = login.login().catch(() => undefined);
  const view = await screen();
  sleep();
  await meanwhile?.();
  wake();
  expect(view.open).to.equal(true);
  await fillIn(view);
  await ended;
};

/** A phone that sleeps between the credentials and the first carrier's answer. */
const sleepAtCredentials = async (page: Page): Promise<void> => {
  page.login.addEventListener('hop', ({ detail }) => {
    if (detail.name === 'credentials') sleep();
  });
  answer(page);
  await page.login.login().catch(() => undefined);
};

/** What is signed ahead, for a pointer that is on the button. */
const sign = async (page: Page): Promise<void> => {
  answer(page);
  const signed = heard(page, 'hop');
  page.login.dispatchEvent(new PointerEvent('pointerenter'));
  await signed;
};

const isNumber = ({ detail }: LoginEventMap['hop']): boolean => detail.name === 'cm';

const ONCE = ['credentials', 'cm', 'token'];
const RETRIEVED = ['credentials', 'cm'];

interface Situation {
  attributes?: Readonly<Record<string, string>>;
  /** What the service answers wrong, and how often. */
  refusal?: { exchange: string; code: string; times?: number };
  act: (page: Page) => Promise<void>;
  /** The ends of logins and of tokens, in order, errors by their codes. */
  ends: string[];
  /** What was asked for, but for the carriers beyond China Mobile and the popup's look. */
  asked: string[];
}

/** Somebody looks at a token that went out while the phone slept. */
const lookAtToken = (look: (page: Page) => void): Situation => ({
  async act(page) {
    await logIn(page);
    wake();
    expect(page.login.state).to.equal('done');
    expect(proofsIn(page.form)).to.deep.equal(['proof', 'proof-user-information']);
    const expired = heard(page, 'expire');
    sleep();
    look(page);
    await expired;
    expect(page.login.state).to.equal('idle');
    expect(page.login.result).to.equal(null);
    expect(page.login.validity?.valueMissing).to.equal(true);
    expect(page.form.checkValidity()).to.equal(false);
    expect(proofsIn(page.form)).to.deep.equal([]);
    wake();
    await page.login.login();
  },
  ends: ['token', 'expire', 'token'],
  asked: [...ONCE, ...ONCE],
});

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'a token that went out asleep, a page that is seen again': lookAtToken(LOOKS.visibilitychange),
  'a token that went out asleep, a page from the page cache': lookAtToken(LOOKS.pageshow),
  'a token that went out asleep, a script that reads the result': lookAtToken(({ login }) => {
    expect(login.result).to.equal(null);
  }),
  'a token that went out asleep, a script that reads the form': lookAtToken(({ form }) => {
    expect(proofsIn(form)).to.deep.equal([]);
  }),
  'a token that went out asleep, a script that reads the validity': lookAtToken(({ login }) => {
    expect(login.validity?.valueMissing).to.equal(true);
  }),
  'a token that went out asleep, a form whose validity is checked': lookAtToken(({ login }) => {
    expect(login.checkValidity()).to.equal(false);
  }),
  'a clock that is set back by an hour while there is a token': {
    async act(page) {
      const timers = catchTimers();
      await logIn(page);
      timers.release();
      moveClock(-60 * MINUTE);
      wake();
      expect(page.login.result?.code).to.equal('103000');
      const expired = heard(page, 'expire');
      timers.ring();
      await expired;
      expect(page.login.result).to.equal(null);
      expect(proofsIn(page.form)).to.deep.equal([]);
    },
    ends: ['token', 'expire'],
    asked: ONCE,
  },
  'a clock that is set on by an hour while there is a token': {
    async act(page) {
      await logIn(page);
      moveClock(60 * MINUTE);
      wake();
      expect(page.login.result).to.equal(null);
    },
    ends: ['token', 'expire'],
    asked: ONCE,
  },
  'credentials signed ahead that grew old asleep': {
    async act(page) {
      await sign(page);
      sleep();
      wake();
      await page.login.login();
    },
    ends: ['token'],
    asked: ['credentials', ...ONCE],
  },
  'credentials signed ahead that the service calls too old': {
    refusal: { exchange: 'cm', code: '105112', times: 1 },
    async act(page) {
      await sign(page);
      await page.login.login();
    },
    ends: ['token'],
    asked: [...RETRIEVED, ...ONCE],
  },
  'credentials signed ahead, and a service that calls all too old': {
    refusal: { exchange: 'cm', code: '105112' },
    async act(page) {
      await sign(page);
      await page.login.login().catch(() => undefined);
    },
    ends: ['105112'],
    asked: [...RETRIEVED, ...RETRIEVED],
  },
  'credentials that grew old asleep between the click and the carrier': {
    refusal: { exchange: 'cm', code: '105112', times: 1 },
    act: sleepAtCredentials,
    ends: ['token'],
    asked: [...RETRIEVED, ...ONCE],
  },
  'credentials that grew old after the click, and a service that calls all too old': {
    refusal: { exchange: 'cm', code: '105112' },
    act: sleepAtCredentials,
    ends: ['105112'],
    asked: [...RETRIEVED, ...RETRIEVED],
  },
  'a business server whose clock is wrong, and nobody slept': {
    refusal: { exchange: 'cm', code: '105112' },
    async act(page) {
      await page.login.login().catch(() => undefined);
    },
    ends: ['105112'],
    asked: RETRIEVED,
  },
  'a number retrieved ahead that grew old asleep': {
    attributes: { prefetch: 'load' },
    async act(page) {
      await heard(page, 'hop', isNumber);
      sleep();
      wake();
      await logIn(page);
    },
    ends: ['token'],
    asked: [...RETRIEVED, ...ONCE],
  },
  'a number retrieved ahead with credentials that were too old': {
    attributes: { prefetch: 'load' },
    refusal: { exchange: 'cm', code: '105112', times: 1 },
    async act(page) {
      await heard(page, 'hop', isNumber);
      await logIn(page);
    },
    ends: ['token'],
    asked: [...RETRIEVED, ...ONCE],
  },
  'a popup that was open asleep': {
    attributes: { 'auth-page-type': '1' },
    act: sleepAtScreen,
    ends: ['token'],
    asked: ONCE,
  },
  'a popup that was open asleep, and a service that has forgotten the number': {
    attributes: { 'auth-page-type': '1' },
    refusal: { exchange: 'token', code: '104007', times: 1 },
    act: sleepAtScreen,
    ends: ['token'],
    asked: [...ONCE, ...ONCE],
  },
  'a popup that was open asleep, and a service that forgets every number': {
    attributes: { 'auth-page-type': '1' },
    refusal: { exchange: 'token', code: '104007' },
    act: sleepAtScreen,
    ends: ['104007'],
    asked: [...ONCE, ...ONCE],
  },
  'a popup that was open asleep, a forgotten number, and a service that gives none again': {
    attributes: { 'auth-page-type': '1' },
    refusal: { exchange: 'token', code: '104007', times: 1 },
    act: (page) =>
      sleepAtScreen(page, () => page.lane.spoil({ kind: 'code', exchange: 'cm', code: '104017' })),
    // Why the user's number was refused, not why there is no other.
    ends: ['104007'],
    asked: [...ONCE, ...RETRIEVED],
  },
};

describe('clocks that stop', function () {
  this.timeout(15_000);
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(async () => {
    Date.now = now;
    await resetMouse();
    for (const left of document.querySelectorAll('body > form')) left.remove();
  });

  for (const [name, { attributes, refusal, act, ends, asked }] of Object.entries(SITUATIONS)) {
    it(name, async () => {
      const afterwards = watchPage();
      const lane = new Lane();
      if (refusal) await lane.spoil({ kind: 'code', ...refusal });
      const login = makeLogin({ name: 'proof', required: '', ...attributes }, lane);
      const form = document.createElement('form');
      const found: string[] = [];
      for (const type of ['token', 'expire'] as const) {
        login.addEventListener(type, () => found.push(type));
      }
      login.addEventListener('error', ({ detail }) => {
        expect(detail.hint).not.to.equal('');
        found.push(detail.code);
      });
      form.append(login);
      document.body.append(form);
      await act({ login, form, lane });
      const exchanges = (await lane.asked()).filter((exchange) => ONCE.includes(exchange));
      expect({ ends: found, asked: exchanges }).to.deep.equal({ ends, asked });
      Date.now = now;
      login.reset();
      login.remove();
      await afterwards();
    });
  }
});
