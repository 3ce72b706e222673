import { expect } from '@open-wc/testing';
import { createAuthLogin } from 'ydrz-elements/legacy';
import 'ydrz-elements/login';
import { answerWith, openLogin } from '../services/element-fixture.js';
import { jsonTexts } from '../services/json-texts.js';
import { APP_ID, Lane } from '../services/lane.js';

// Nothing is shown at level 5, so that no look is needed. China Mobile's answer says so before anybody asks for one; that of the others
// comes after three requests, beside which the look is asked for: it is dropped then, and nothing waits for it.

const PARTNERS = { 'ct-level5': 'CT', 'cu-level5': 'CU' } as const;

/** The hidden digits of both. */
const HIDDEN = '0018';

const POPUPS = ['1', '2'] as const;

/** Asked for, and never answered. */
const NO_LOOK = { exchange: 'page-option', kind: 'timeout' } as const;

const signedIn = async (lane: Lane) => {
  const answer = await fetch(lane.credentialsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await answer.text());
  return { sign, traceId, timestamp };
};

describe('the look of a popup at level 5', () => {
  for (const [sim, oper] of Object.entries(PARTNERS)) {
    for (const authPageType of POPUPS) {
      it(`is not waited for by the documented interface: ${sim}, type ${authPageType}`, async () => {
        const lane = new Lane();
        await lane.spoil(NO_LOOK);
        const login = createAuthLogin({ gateway: lane.gateway(sim) });
        const data = { version: '2.0', appId: APP_ID, ...(await signedIn(lane)), authPageType };
        login.CustomControlsInit('ydrzCustomControls', { maskStyle: { ifShowMask: true } });
        const told = await new Promise<object>((success, error) => {
          login.getTokenInfo({ data, success, error });
        });
        expect(told)
          .to.include({ code: '103000', oper })
          .and.have.all.keys(...(['code', 'message', 'msgId', 'accessToken', 'maskPhone', 'oper'] as const));
      });

      it(`is dropped before the token is bought by the element: ${sim}, type ${authPageType}`, async () => {
        const { element, lane } = await openLogin({ authPageType }, sim);
        await lane.spoil(NO_LOOK);
        answerWith(element, ({ authLevel, submit }) => {
          submit(authLevel === '5' ? HIDDEN : '');
        });
        const hops: string[] = [];
        element.addEventListener('hop', ({ detail }) => hops.push(detail.name));
        expect((await element.login()).operator).to.equal(oper);
        expect(hops.indexOf('page-option'), hops.join(' ')).to.be.within(0, hops.indexOf('token') - 1);
        expect((await lane.asked()).filter((name) => name === 'page-option')).to.have.length(1);
      });
    }
  }

  for (const authPageType of POPUPS) {
    it(`is not asked for where China Mobile says level 5: type ${authPageType}`, async () => {
      const { element, lane } = await openLogin({ authPageType }, 'cm-level5');
      answerWith(element);
      await element.login();
      expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
    });
  }
});
