import { expect, fixture, html } from '@open-wc/testing';
import 'ydrz-elements';
import type { AuthView } from '../services/auth-view.js';
import { answerWith, connectToLane, next } from '../services/element-fixture.js';
import { autofill, checkbox } from '../services/screen-fixture.js';

// What SECURITY.md says of markup that somebody else has got into a page: there is no script in it.

/** A place of the page into which somebody has got this. */
const inject = async (markup: string): Promise<HTMLElement> => {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = markup;
  return place;
};

describe('markup that somebody else has got into a page', () => {
  for (const tag of ['ydrz-auth-page', 'ydrz-auth-layer'] as const) {
    it(`can show a <${tag}> that no login has asked for, and learns nothing by it, nor does the page`, async () => {
      const place = await inject(
        `<form><${tag} open mask-phone="138****8000" app-name="evil" name="digits"></${tag}></form>`,
      );
      const heard: string[] = [];
      const hears = ({ type }: Event) => heard.push(type);
      const types = ['authorize', 'inputcomplete', 'formdata', 'submit'];
      for (const type of types) document.addEventListener(type, hears);
      const view = place.querySelector<AuthView>(tag);
      const form = place.querySelector('form');
      if (!view || !form) throw new Error('Nothing was injected');
      await view.updateComplete;
      const submitted = new Promise((resolve) => {
        view.addEventListener('authorize', resolve, { once: true });
      });
      await autofill(view, '0013');
      checkbox(view).click();
      await submitted;
      expect([...new FormData(form)]).to.deep.equal([]);
      for (const type of types) document.removeEventListener(type, hears);
      expect(heard.filter((type) => type !== 'formdata')).to.deep.equal([]);
      view.close();
    });
  }

  it('can have a login submit any form of the page that has an id, with a token that the user has agreed to', async () => {
    const form = await fixture<HTMLFormElement>(html`<form id="checkout"></form>`);
    const place = await inject('<ydrz-login form="checkout" name="token" auto-submit></ydrz-login>');
    const element = place.querySelector('ydrz-login');
    if (!element) throw new Error('Nothing was injected');
    connectToLane(element);
    answerWith(element);
    const submitted: (FormDataEntryValue | null)[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push(new FormData(form).get('token'));
    });
    const { token } = await element.login();
    expect(submitted).to.deep.equal([token]);
  });

  it('can hear no event of ours without script: a handler in it is script, as on any element', async () => {
    const names = ['token', 'authorizationrequest', 'statechange', 'inputcomplete', 'hop', 'expire'];
    const handlers = names.map((name) => `on${name}="document.body.dataset.heard = this.localName"`);
    const place = await inject(`<ydrz-login ${handlers.join(' ')}></ydrz-login>`);
    const element = place.querySelector('ydrz-login');
    if (!element) throw new Error('Nothing was injected');
    connectToLane(element);
    answerWith(element);
    const told = next(element, 'token');
    await element.login();
    await told;
    expect(document.body.dataset).not.to.have.property('heard');
  });
});
