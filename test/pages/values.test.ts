import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import { createAuthLogin } from 'ydrz-elements/legacy';
import { SANDBOX } from '../services/lane.js';
import { frame, HIDDEN, inside, makeLogin, watchPage } from './played-page.js';

/** The callbacks' first answer of a documented login with this `data`. */
const ended = (data: unknown): Promise<Record<string, unknown>> =>
  new Promise((resolve) => {
    const answer = (result: object) => {
      resolve({ ...result });
    };
    const request = {
      data: { appId: '300000000001', sign: 'x', ...Object.fromEntries(Object.entries(data ?? {})) },
      success: answer,
      error: answer,
    };
    Reflect.apply(createAuthLogin({ gateway: SANDBOX }).getTokenInfo, undefined, [request]);
  });

describe('values as pages give them', () => {
  before(() => setViewport({ width: 390, height: 844 }));

  for (const tag of ['ydrz-auth-layer', 'ydrz-auth-page'] as const) {
    it(`<${tag}> takes the number 1 for level 1`, async () => {
      const afterwards = watchPage();
      const view = document.createElement(tag);
      view.maskPhone = '138****8000';
      Reflect.set(view, 'authLevel', 1);
      document.body.append(view);
      await view.show();
      await frame();
      expect(inside(view, '[part=submit]').getBoundingClientRect().height).to.be.above(30);
      expect(view.renderRoot.querySelector('.field')).to.equal(null);
      view.remove();
      // What is not modal and had the focus is gone.
      await afterwards(tag === 'ydrz-auth-page' ? {} : { focus: document.body });
    });
  }

  for (const [name, code] of [
    ['timestamp', '105112'],
    ['traceId', '130010'],
    ['msgId', '130010'],
  ] as const) {
    it(`the documented interface refuses a ${name} that JSON has rounded, and says what to do`, async () => {
      const given: unknown = JSON.parse(
        `{"timestamp":"20241126093512123",${name === 'timestamp' ? '"traceId":"1",' : ''}"${name}":20241126093512123}`,
      );
      const afterwards = watchPage();
      const result = await ended(given);
      expect(result['code']).to.equal(code);
      expect(result['message']).to.match(/send (timestamp|traceId) as a string/);
      await afterwards();
    });
  }

  for (const digits of ['٠٠١٣', '۰۰۱۳', '００１３', '0٠１۳']) {
    it(`an application that submits ${digits} submits ${HIDDEN}`, async () => {
      const afterwards = watchPage();
      const login = makeLogin();
      login.addEventListener('authorizationrequest', (event) => {
        event.preventDefault();
        event.detail.submit(digits);
      });
      document.body.append(login);
      expect((await login.login()).code).to.equal('103000');
      login.reset();
      login.remove();
      await afterwards();
    });
  }
});
