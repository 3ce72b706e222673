import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { faultsOf, fillIn, makeLogin, resetMouse, screen, until, watchPage } from './played-page.js';
import { arrange, SITUATIONS } from './situations.js';

describe('a modal screen can be seen and used', function () {
  this.timeout(15_000);
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(async () => {
    await resetMouse();
    document.body.style.display = '';
    for (const left of document.querySelectorAll('body > main, body > section')) left.remove();
    window.scrollTo(0, 0);
  });

  for (const situation of SITUATIONS) {
    for (const authPageType of ['0', '1']) {
      it(`${situation.name}, authPageType ${authPageType}`, async () => {
        const login = makeLogin({ 'auth-page-type': authPageType });
        const place = arrange(login, situation);
        window.scrollTo(0, 700);
        const afterwards = watchPage();
        const ends: string[] = [];
        login.addEventListener('error', ({ detail }) => ends.push(detail.code));
        login.addEventListener('token', () => ends.push('token'));
        const result = login.login();
        let view = await screen();
        if (situation.later) {
          situation.later(login, place);
          const moved = view;
          if (situation.moves) await until(() => document.querySelector('ydrz-screen') !== null);
          await until(() => faultsOf(moved).length === 0);
          view = await screen();
        }
        expect(faultsOf(view)).to.deep.equal([]);
        await fillIn(view);
        await result;
        document.body.style.display = '';
        document.body.inert = false;
        expect(ends).to.deep.equal(['token']);
        // The age of a token is watched as long as the element has it.
        login.reset();
        // Without its body the page has no height to be scrolled in.
        if (situation.scrolls === false) window.scrollTo(0, 700);
        await afterwards({ remove: login, ...(situation.loses ? { focus: document.body } : {}) });
      });
    }
  }
});
