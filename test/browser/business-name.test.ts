import { expect, fixture, html } from '@open-wc/testing';
import { createAuthLogin } from 'ydrz-elements/legacy';
import 'ydrz-elements/login';
import type { AuthView } from '../services/auth-view.js';
import { asked, openLogin } from '../services/element-fixture.js';
import { jsonTexts } from '../services/json-texts.js';
import { APP_ID, Lane } from '../services/lane.js';
import { rejection } from '../services/rejection.js';

// The name that the owner has set at the service (`configBusinessName`), as the test runner's sandbox has it.
const BUSINESS = '授权测试商城获取本机号码';

const POPUPS = [
  { authPageType: '1' },
  { authPageType: '2', layerOptions: {} },
  { authPageType: '2', layerOptions: { maskStyle: { ifShowMask: true } } },
];

const SCREEN = 'ydrz-auth-layer, ydrz-auth-page';

/** The agreement line of the screen in a place, once it names the business; a test that waits in vain is ended by its runner. */
const lineThatNames = async (place: ParentNode): Promise<string> => {
  for (;;) {
    const view = place.querySelector<AuthView>(SCREEN);
    const line = view?.renderRoot.querySelector('[part=agreement]')?.textContent ?? '';
    if (line.includes(BUSINESS)) return line;
    await new Promise(requestAnimationFrame);
  }
};

/** Start a login of the documented global; `over` resolves with what it calls. */
const startFacade = async ({ authPageType, layerOptions }: (typeof POPUPS)[number], sim: string) => {
  await fixture(html`<div id="ydrzCustomControls"></div>`);
  const lane = new Lane();
  const login = createAuthLogin({ gateway: lane.gateway(sim) });
  const body = JSON.stringify({ appId: APP_ID });
  const headers = { 'content-type': 'application/json' };
  const signed = await fetch(lane.credentialsUrl, { method: 'POST', headers, body });
  const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await signed.text());
  if (layerOptions) login.CustomControlsInit('ydrzCustomControls', layerOptions);
  const data = { version: '2.0', appId: APP_ID, sign, traceId, timestamp, openType: '1', authPageType };
  const over = new Promise<object>((resolve) => {
    // The layer in the page calls success when it is up; it is not over then.
    const success = (result: object) => {
      if (!('message' in result) || result.message !== '弹窗加载成功') resolve(result);
    };
    login.getTokenInfo({ data, success, error: resolve });
  });
  return { lane, login, over };
};

describe('the business’s name in the popups', () => {
  for (const popup of POPUPS) {
    const name = JSON.stringify(popup);
    for (const sim of ['cm', 'ct']) {
      it(`stands in the agreement line of the element’s, ${name}, ${sim}`, async () => {
        const { element } = await openLogin(popup, sim);
        const ended = rejection(element.login());
        expect(await lineThatNames(element.renderRoot)).to.include('》');
        element.abort();
        await ended;
      });

      it(`stands in the agreement line of the facade’s, ${name}, ${sim}`, async () => {
        const { login, over } = await startFacade(popup, sim);
        expect(await lineThatNames(document)).to.include('》');
        login.endGetToken();
        await over;
      });
    }

    it(`is not asked for at level 5, by the element, ${name}`, async () => {
      const { element, lane } = await openLogin(popup, 'cm-level5');
      const request = asked(element);
      const login = element.login();
      (await request).submit('0013');
      await login;
      expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
    });

    it(`is not asked for at level 5, by the facade, ${name}`, async () => {
      const { lane, over } = await startFacade(popup, 'cm-level5');
      expect(await over).to.have.property('accessToken');
      expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
    });
  }
});
