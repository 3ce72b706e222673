import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { sendKeys } from '@web/test-runner-commands';
import { arrived } from '../../test/browser/arrived.js';
import { asked, HIDDEN, next, openLogin, partOf } from '../../test/services/element-fixture.js';
import type { AuthView } from '../views/auth-view.js';
import { VIEW_PARTS } from '../views/names.js';

const SCREENS = 'ydrz-auth-layer, ydrz-auth-page';

/** The screen in a place, once it is open. */
const screenIn = async (place: ParentNode): Promise<AuthView> => {
  let screen = place.querySelector<AuthView>(SCREENS);
  while (!screen?.open) {
    await new Promise(requestAnimationFrame);
    screen = place.querySelector<AuthView>(SCREENS);
  }
  await screen.updateComplete;
  return screen;
};

/** Fill in the digits and tick the agreement, as a user does. */
const authorize = async (screen: AuthView): Promise<void> => {
  screen.focus();
  await sendKeys({ type: HIDDEN });
  screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]')?.click();
};

/** By authPageType. */
const SHOWN: Record<string, { tag: string; modal: boolean }> = {
  '0': { tag: 'ydrz-auth-page', modal: true },
  '1': { tag: 'ydrz-auth-layer', modal: true },
  '2': { tag: 'ydrz-auth-layer', modal: false },
  '3': { tag: 'ydrz-auth-page', modal: true },
};

describe('<ydrz-login> with its own screens', () => {
  for (const [authPageType, { tag, modal }] of Object.entries(SHOWN)) {
    it(`logs in through the accessible screen of authPageType ${authPageType}, which is gone afterwards`, async () => {
      const { element } = await openLogin({ authPageType, lang: 'en' });
      const complete: string[] = [];
      element.addEventListener('inputcomplete', ({ detail }) => complete.push(detail.msgId));
      const login = element.login();
      const screen = await screenIn(element.renderRoot);
      expect(screen.localName).to.equal(tag);
      expect(screen.renderRoot.querySelector('dialog')?.open ?? false).to.equal(modal);
      arrived(screen);
      await expect(element).to.be.accessible();
      await authorize(screen);
      const { operator, msgId } = await login;
      expect(operator).to.equal('CM');
      expect(complete).to.deep.equal([msgId]);
      expect(element.renderRoot.querySelector(SCREENS)).to.equal(null);
    });
  }

  for (const authPageType of Object.keys(SHOWN)) {
    it(`shows none of authPageType ${authPageType} where the application asks by itself`, async () => {
      const { element } = await openLogin({ authPageType });
      // What has been here once is loaded, and would open at once.
      const before = element.login().catch(() => undefined);
      await screenIn(element.renderRoot);
      element.abort();
      await before;
      const request = asked(element);
      const login = element.login();
      const { submit } = await request;
      for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
      const shown = [element.renderRoot, document].map((place) => place.querySelector(SCREENS)?.localName);
      expect(shown).to.deep.equal([undefined, undefined]);
      submit(HIDDEN);
      expect((await login).operator).to.equal('CM');
    });
  }

  for (const [when, delay] of [
    ['that is there before it opens', 0],
    ['that comes when it is open', 2000],
  ] as const) {
    it(`shows the standard popup with the look ${when}, and loses no digit to it`, async () => {
      const { element, lane } = await openLogin({ authPageType: '1' });
      if (delay) await lane.spoil({ exchange: 'page-option', kind: 'slow', delay });
      const login = element.login();
      const screen = await screenIn(element.renderRoot);
      const title = () => screen.renderRoot.querySelector('[part=title]')?.textContent;
      if (delay) expect(title()).to.equal('本机号码登录');
      screen.focus();
      await sendKeys({ type: '00' });
      while (title() !== '测试登录') await new Promise(requestAnimationFrame);
      expect(screen.digits).to.equal('00');
      await sendKeys({ type: HIDDEN.slice(2) });
      screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]')?.click();
      expect((await login).operator).to.equal('CM');
    });
  }

  it('puts an unmasked layer into the element that `mount` names', async () => {
    const page = await fixture<HTMLElement>(html`<div><div id="here"></div></div>`);
    const { element } = await openLogin({ authPageType: '2', mount: 'here' });
    const login = element.login();
    const place = page.querySelector<HTMLElement>('#here');
    if (!place) throw new Error('No place');
    const screen = await screenIn(place);
    expect(element.renderRoot.querySelector(SCREENS)).to.equal(null);
    await authorize(screen);
    await login;
    expect(place.children).to.have.length(0);
  });

  it('ends with 501 when the user leaves the screen, and gives the focus back to the button', async () => {
    const { element } = await openLogin({
      authPageType: '2',
      layerOptions: { maskStyle: { ifShowMask: true } },
    });
    element.focus();
    const failed = next(element, 'error');
    partOf(element, 'button').click();
    await screenIn(element.renderRoot);
    await sendKeys({ press: 'Escape' });
    expect((await failed).detail.code).to.equal('501');
    expect(element.shadowRoot?.activeElement).to.equal(partOf(element, 'button'));
  });

  it('says what was wrong after wrong digits, and takes the right ones', async () => {
    const { element } = await openLogin({ authPageType: '2', lang: 'en' });
    const login = element.login();
    const screen = await screenIn(element.renderRoot);
    screen.focus();
    await sendKeys({ type: '9999' });
    screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]')?.click();
    while (!screen.error) await new Promise(requestAnimationFrame);
    await screen.updateComplete;
    expect(screen.attemptsLeft).to.equal(2);
    expect(screen.digits).to.equal('');
    await expect(element).to.be.accessible();
    screen.focus();
    await sendKeys({ type: HIDDEN });
    expect((await login).code).to.equal('103000');
  });

  it('lets a page style every part of the screen by `::part()` of the element', async () => {
    const { element } = await openLogin({ authPageType: '3' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('ydrz-login::part(phone) { outline: 3px solid rgb(1, 2, 3) }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const login = element.login().catch(() => undefined);
    const screen = await screenIn(element.renderRoot);
    const phone = screen.renderRoot.querySelector('[part=phone]');
    expect(phone && getComputedStyle(phone).outlineColor).to.equal('rgb(1, 2, 3)');
    expect(screen.getAttribute('exportparts')?.split(', ')).to.have.members([...VIEW_PARTS]);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    element.abort();
    await login;
  });
});
