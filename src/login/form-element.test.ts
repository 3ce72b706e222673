import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { connectToLane, answerWith, next, openLogin, partOf } from '../../test/services/element-fixture.js';
import type { Lane } from '../../test/services/lane.js';
import { BUTTON_TEXTS } from '../locale/button-texts.js';
import './define.js';
import type { YdrzLoginElement } from './login-element.js';

interface FormFixture {
  form: HTMLFormElement;
  fieldset: HTMLFieldSetElement;
  element: YdrzLoginElement;
  lane: Lane;
}

/** A form with one element, which logs in without a screen. */
const openForm = async (settings: Partial<YdrzLoginElement> = {}): Promise<FormFixture> => {
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <fieldset>
        <legend>登录</legend>
        <label for="phone">手机号</label>
        <ydrz-login id="phone" name="proof"></ydrz-login>
        <button name="action" value="go">go</button>
      </fieldset>
    </form>
  `);
  const element = form.querySelector('ydrz-login');
  const fieldset = form.querySelector('fieldset');
  if (!element || !fieldset) throw new Error('The form has no element');
  const lane = connectToLane(element);
  answerWith(element);
  Object.assign(element, settings);
  await element.updateComplete;
  return { form, fieldset, element, lane };
};

const entriesOf = (form: HTMLFormElement): [string, FormDataEntryValue][] => [...new FormData(form)];

/** What the form would send, without going anywhere. */
const submissions = (form: HTMLFormElement): [string, FormDataEntryValue][][] => {
  const seen: [string, FormDataEntryValue][][] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    seen.push(entriesOf(form));
  });
  return seen;
};

describe('<ydrz-login> in a form', () => {
  it('is accessible', async () => {
    const { form, element } = await openForm({ required: true });
    await expect(form).to.be.accessible();
    await element.login();
    await element.updateComplete;
    await expect(form).to.be.accessible();
  });

  it('knows its form and its labels', async () => {
    const { form, element } = await openForm();
    expect(element.form).to.equal(form);
    expect([...form.elements]).to.include(element);
    expect(element.labels).to.have.length(1);
    const stranger = await fixture<HTMLElement>(html`<div><ydrz-login></ydrz-login></div>`);
    expect(stranger.querySelector('ydrz-login')?.form).to.equal(null);
  });

  it('is found by the `form` attribute from outside its form', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <form id="outside"></form>
        <ydrz-login form="outside" name="a"></ydrz-login>
      </div>`,
    );
    expect(page.querySelector('ydrz-login')?.form).to.equal(page.querySelector('form'));
  });

  it('submits nothing before a login, and token and userInformation after it, to the letter', async () => {
    const { form, element } = await openForm();
    expect(entriesOf(form)).to.deep.equal([]);
    const { token, userInformation } = await element.login();
    expect(entriesOf(form)).to.deep.equal([
      ['proof', token],
      ['proof-user-information', userInformation],
    ]);
    expect(userInformation).to.match(/%3D|^[\w%+/]+$/);
  });

  it('sends an encoded userInformation still encoded, so that the server’s form parser gives it back as it was', async () => {
    const { form, element } = await openForm();
    const { userInformation } = await element.login();
    const body = new URLSearchParams();
    for (const [name, value] of entriesOf(form)) if (typeof value === 'string') body.append(name, value);
    expect(new URLSearchParams(body.toString()).get('proof-user-information')).to.equal(userInformation);
  });

  it('follows a change of its name, and submits nothing without one', async () => {
    const { form, element } = await openForm();
    const { token } = await element.login();
    element.name = 'other';
    await element.updateComplete;
    expect(entriesOf(form).map(([name]) => name)).to.deep.equal(['other', 'other-user-information']);
    expect(new FormData(form).get('other')).to.equal(token);
    element.name = '';
    await element.updateComplete;
    expect(entriesOf(form)).to.deep.equal([]);
  });

  for (const [lang, { required }] of Object.entries(BUTTON_TEXTS)) {
    it(`is invalid in ${lang} while required and without a token`, async () => {
      const { form, element } = await openForm({ required: true, lang });
      expect(element.willValidate).to.equal(true);
      expect(element.validity?.valueMissing).to.equal(true);
      expect(element.validationMessage).to.equal(required);
      expect(form.checkValidity()).to.equal(false);
      expect(element.matches(':invalid')).to.equal(true);
      await element.login();
      await element.updateComplete;
      expect(element.validity?.valid).to.equal(true);
      expect(element.validationMessage).to.equal('');
      expect(form.checkValidity()).to.equal(true);
      expect(element.matches(':valid')).to.equal(true);
    });
  }

  it('says what the page has put in place of the built-in message', async () => {
    const { element } = await openForm({ required: true, messages: { required: '请先登录' } });
    expect(element.validationMessage).to.equal('请先登录');
  });

  it('keeps a form from being submitted, fires `invalid` and takes the focus', async () => {
    const { form, element } = await openForm({ required: true });
    const seen = submissions(form);
    const invalid = oneEvent(element, 'invalid');
    form.requestSubmit();
    await invalid;
    expect(seen).to.deep.equal([]);
    expect(document.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.equal(partOf(element, 'button'));
    await element.login();
    await element.updateComplete;
    form.requestSubmit();
    expect(seen).to.have.length(1);
  });

  it('logs in where the application wants no message', async () => {
    const { element } = await openForm({ required: true, messages: { required: '' } });
    expect(element.validity?.valueMissing).to.equal(true);
    await element.login();
    await element.updateComplete;
    expect(element.validity?.valid).to.equal(true);
  });

  it('is valid without a token where none is required', async () => {
    const { form, element } = await openForm();
    expect(element.checkValidity()).to.equal(true);
    expect(element.reportValidity()).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
  });

  it('asks to be left alone by a disabled fieldset: no click, no value, no validation', async () => {
    const { form, fieldset, element, lane } = await openForm({ required: true });
    await element.login();
    fieldset.disabled = true;
    await element.updateComplete;
    expect(element.matches(':disabled')).to.equal(true);
    expect(element.willValidate).to.equal(false);
    expect(entriesOf(form)).to.deep.equal([]);
    const button = partOf(element, 'button');
    expect(button).to.have.property('disabled', true);
    const asked = (await lane.asked()).length;
    button.click();
    expect(element.state).to.equal('done');
    expect((await lane.asked()).length).to.equal(asked);
    expect(element.disabled, 'the fieldset’s state is not the element’s').to.equal(false);

    fieldset.disabled = false;
    await element.updateComplete;
    expect(button).to.have.property('disabled', false);
    expect(entriesOf(form)).to.have.length(2);
  });

  it('cannot be started by the user while disabled', async () => {
    const { element, lane } = await openForm({ disabled: true });
    expect(element.hasAttribute('disabled')).to.equal(true);
    partOf(element, 'button').click();
    expect(element.state).to.equal('idle');
    element.disabled = false;
    await element.updateComplete;
    expect(partOf(element, 'button')).to.have.property('disabled', false);
    const done = next(element, 'token');
    partOf(element, 'button').click();
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('forgets its token when the form is reset, and is required again', async () => {
    const { form, element } = await openForm({ required: true });
    await element.login();
    await element.updateComplete;
    form.reset();
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(element.result).to.equal(null);
    expect(entriesOf(form)).to.deep.equal([]);
    expect(element.validity?.valueMissing).to.equal(true);
  });

  it('ends a running login when the form is reset', async () => {
    const { form, element } = await openForm();
    const failed = next(element, 'error');
    const login = element.login().catch((error: unknown) => error);
    form.reset();
    expect((await failed).detail.code).to.equal('503');
    expect(await login).to.have.property('code', '503');
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(entriesOf(form)).to.deep.equal([]);
  });

  it('submits the form by itself with `auto-submit`, once, with the token in it', async () => {
    const { form, element } = await openForm({ autoSubmit: true, required: true });
    const seen = submissions(form);
    const { token, userInformation } = await element.login();
    expect(seen).to.deep.equal([
      [
        ['proof', token],
        ['proof-user-information', userInformation],
      ],
    ]);
  });

  it('does not submit the form by itself otherwise, nor after a failure', async () => {
    const { form, element } = await openForm();
    const seen = submissions(form);
    await element.login();
    element.reset();
    element.autoSubmit = true;
    element.appId = '';
    await element.login().catch(() => undefined);
    expect(seen).to.deep.equal([]);
  });

  it('is no submit button itself: Enter on it starts a login and no submission', async () => {
    const { form, element, lane } = await openForm();
    const seen = submissions(form);
    element.focus();
    const done = next(element, 'token');
    await sendKeys({ press: 'Enter' });
    await done;
    expect(seen).to.deep.equal([]);
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('leaves a form for another one when it is moved, token and all', async () => {
    const { form, element } = await openForm();
    const other = await fixture<HTMLFormElement>(html`<form></form>`);
    const { token } = await element.login();
    other.append(element);
    expect(entriesOf(form)).to.deep.equal([]);
    expect(new FormData(other).get('proof')).to.equal(token);
    expect(element.form).to.equal(other);
  });

  it('works without a form', async () => {
    const { element } = await openLogin({ autoSubmit: true, required: true, name: 'proof' });
    answerWith(element);
    const { token } = await element.login();
    expect(token).not.to.equal('');
    expect(element.form).to.equal(null);
  });
});
