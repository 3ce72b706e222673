import { expect, fixture, html } from '@open-wc/testing';
import 'ydrz-elements/login';
import { sendKeys } from '@web/test-runner-commands';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import {
  HIDDEN,
  connectToLane,
  next,
  openLogin,
  partOf,
  type ElementFixture,
  type Settings,
} from '../services/element-fixture.js';
import type { Lane } from '../services/lane.js';

/** What went over the wire so far, preflights included: every one of them is a round trip. */
const wire = async (lane: Lane): Promise<string[]> =>
  (await lane.requests()).map(({ method, exchange }) => `${method} ${exchange}`);

/** The screen, once it is open. */
const screenOf = async (element: YdrzLoginElement): Promise<AuthView> => {
  for (;;) {
    const screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer, ydrz-auth-page');
    if (screen?.open) return screen;
    await new Promise(requestAnimationFrame);
  }
};

/** Click, and wait for the screen. */
const clickThrough = async ({ element, lane }: ElementFixture): Promise<string[]> => {
  const before = (await wire(lane)).length;
  partOf(element, 'button').click();
  await screenOf(element);
  return (await wire(lane)).slice(before);
};

/** Fill in the digits and tick the agreement, as a user does. */
const authorize = async (screen: AuthView): Promise<void> => {
  screen.focus();
  await sendKeys({ type: HIDDEN });
  screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]')?.click();
};

const end = async (element: YdrzLoginElement): Promise<void> => {
  const failed = next(element, 'error');
  element.abort();
  await failed;
};

const partner = (name: 'ct' | 'cu') => [
  `OPTIONS ${name}-phonescrip`,
  `POST ${name}-phonescrip`,
  `GET ${name}-script`,
  `OPTIONS ${name}-callback`,
  `POST ${name}-callback`,
];

/** An element whose number is retrieved before the click. */
const openAhead = async (settings: Settings = {}): Promise<ElementFixture> => {
  const element = document.createElement('ydrz-login');
  const lane = connectToLane(element);
  Object.assign(element, { prefetch: 'load', ...settings });
  const retrieved = new Promise<void>((resolve) => {
    element.addEventListener('hop', ({ detail }) => {
      if (detail.name === 'cm') resolve();
    });
  });
  (await fixture<HTMLElement>(html`<div></div>`)).append(element);
  await retrieved;
  return { element, lane };
};

describe('hops from the click to the screen', () => {
  it('are one for China Mobile, beside the credentials, and without a preflight', async () => {
    const made = await openLogin();
    expect(await clickThrough(made)).to.deep.equal(['POST credentials', 'POST cm']);
    await end(made.element);
  });

  it('are three more for China Telecom, two of which the protocol preflights', async () => {
    const made = await openLogin({}, 'ct');
    expect(await clickThrough(made)).to.deep.equal(['POST credentials', 'POST cm', ...partner('ct')]);
    await end(made.element);
  });

  it('go past China Telecom for China Unicom where nobody says whose the number is', async () => {
    const made = await openLogin({}, 'cu');
    const hops = await clickThrough(made);
    expect(hops.slice(0, 4)).to.deep.equal([
      ...['POST credentials', 'POST cm', 'OPTIONS ct-phonescrip', 'POST ct-phonescrip'],
    ]);
    expect(hops.filter((hop) => hop.includes('cu-'))).to.deep.equal(partner('cu'));
    expect(hops).not.to.include('POST ct-callback');
    await end(made.element);
  });

  it('are one and three for China Unicom where China Mobile says whose the number is', async () => {
    const made = await openLogin({}, 'cm-hint-cu');
    expect(await clickThrough(made)).to.deep.equal(['POST credentials', 'POST cm', ...partner('cu')]);
    await end(made.element);
  });

  it('do not wait for the popup’s look, which is fetched beside', async () => {
    const made = await openLogin({ authPageType: '1' });
    await made.lane.spoil({ exchange: 'page-option', kind: 'timeout' });
    const hops = await clickThrough(made);
    expect(hops.filter((hop) => !hop.includes('page-option'))).to.deep.equal(['POST credentials', 'POST cm']);
    await end(made.element);
  });

  it('are none after a prefetch, with the popup’s look too', async () => {
    for (const authPageType of ['1', '2', '3']) {
      const made = await openAhead({ authPageType });
      // The look may still be on its way: it is nothing that the screen waits for.
      const hops = await clickThrough(made);
      expect(hops.filter((hop) => !hop.includes('page-option'))).to.deep.equal([]);
      await end(made.element);
    }
  });
});

describe('a prefetch that has gone stale', () => {
  it('costs one retry, which the user does not see', async () => {
    const made = await openAhead({ authPageType: '3' });
    const { element, lane } = made;
    await lane.spoil({ exchange: 'token', kind: 'code', code: '104007', times: 1 });
    await clickThrough(made);
    const token = next(element, 'token');
    await authorize(await screenOf(element));
    expect((await token).detail.operator).to.equal('CM');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token', 'credentials', 'cm', 'token']);
  });

  it('costs one retry at most: a service that forgets again ends the login', async () => {
    const made = await openAhead({ authPageType: '3' });
    const { element, lane } = made;
    await lane.spoil({ exchange: 'token', kind: 'code', code: '104007' });
    await clickThrough(made);
    const failed = next(element, 'error');
    await authorize(await screenOf(element));
    expect((await failed).detail.code).to.equal('104007');
    expect((await lane.asked()).filter((name) => name === 'token')).to.have.length(2);
  });

  it('is no reason to give another SIM’s number what the user has filled in for this one', async () => {
    const made = await openAhead({ authPageType: '3' });
    const { element, lane } = made;
    const other = { resultCode: '103000', accessToken: 'another', maskPhone: '139****9000' };
    await lane.spoil(
      { exchange: 'token', kind: 'code', code: '104007', times: 1 },
      { exchange: 'cm', kind: 'body', body: JSON.stringify({ header: {}, body: other }) },
    );
    await clickThrough(made);
    const failed = next(element, 'error');
    await authorize(await screenOf(element));
    expect((await failed).detail.code).to.equal('104007');
    expect((await lane.asked()).filter((name) => name === 'token')).to.have.length(1);
  });

  it('is what the retry is for: a number that was retrieved at the click is not retrieved again', async () => {
    const { element, lane } = await openLogin({ authPageType: '3' });
    await lane.spoil({ exchange: 'token', kind: 'code', code: '104007' });
    const failed = next(element, 'error');
    element.login().catch(() => undefined);
    await authorize(await screenOf(element));
    expect((await failed).detail.code).to.equal('104007');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('is the only refusal that is retried', async () => {
    const made = await openAhead({ authPageType: '3' });
    const { element, lane } = made;
    await lane.spoil({ exchange: 'token', kind: 'code', code: '104008', times: 1 });
    await clickThrough(made);
    const failed = next(element, 'error');
    await authorize(await screenOf(element));
    expect((await failed).detail.code).to.equal('104008');
    expect((await lane.asked()).filter((name) => name === 'cm')).to.have.length(1);
  });
});
