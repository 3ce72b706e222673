import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { answerWith, connectToLane, next } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';
import type { YdrzLoginElement } from './login-element.js';

/** A form with two logins, which need no screen, and a field. */
const openForm = async (
  names: readonly [string, string],
  settings: Partial<YdrzLoginElement> = {},
): Promise<{ form: HTMLFormElement; first: YdrzLoginElement; second: YdrzLoginElement }> => {
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <ydrz-login name=${names[0]}></ydrz-login>
      <input name="city" value="x" />
      <ydrz-login name=${names[1]}></ydrz-login>
    </form>
  `);
  const [first, second] = form.querySelectorAll('ydrz-login');
  if (!first || !second) throw new Error('The form has no two elements');
  for (const element of [first, second]) {
    connectToLane(element);
    answerWith(element);
    Object.assign(element, settings);
    await element.updateComplete;
  }
  return { form, first, second };
};

const entriesOf = (form: HTMLFormElement): string[] =>
  Array.from(
    new FormData(form),
    ([name, value]) => `${name}=${typeof value === 'string' ? value : 'a file'}`,
  );

/** What is to be submitted for a login. */
const entriesFor = (element: YdrzLoginElement): string[] => {
  const { token = 'none', userInformation = 'none' } = element.result ?? {};
  return [`${element.name}=${token}`, `${element.name}-user-information=${userInformation}`];
};

describe('two <ydrz-login> in one form', () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  for (const names of [
    ['work', 'home'],
    ['proof', 'proof'],
  ] as const) {
    describe(`named ${names.join(' and ')}`, () => {
      it('submit a token each, in the order of the form', async () => {
        const { form, first, second } = await openForm(names);
        await Promise.all([second.login(), first.login()]);
        expect(first.result?.token).not.to.equal(second.result?.token);
        expect(entriesOf(form)).to.deep.equal([...entriesFor(first), 'city=x', ...entriesFor(second)]);
      });

      it('are reset each on its own, and together with the form, a running login among them', async () => {
        const { form, first, second } = await openForm(names);
        await Promise.all([first.login(), second.login()]);
        first.reset();
        expect(entriesOf(form)).to.deep.equal(['city=x', ...entriesFor(second)]);
        const login = rejection(first.login());
        form.reset();
        expect(await login).to.have.property('code', '503');
        await Promise.resolve();
        expect([first.state, second.state]).to.deep.equal(['idle', 'idle']);
        expect(entriesOf(form)).to.deep.equal(['city=x']);
      });

      it('lose what has expired, and nothing of the other', async () => {
        const { form, first, second } = await openForm(names);
        await first.login();
        // Timers stand still while a phone sleeps.
        Date.now = () => now() + 180_000;
        await second.login();
        const expired = next(first, 'expire');
        expect(entriesOf(form)).to.have.members(['city=x', ...entriesFor(second)]);
        await expired;
        expect(entriesOf(form)).to.deep.equal(['city=x', ...entriesFor(second)]);
      });
    });
  }

  it('lose what has expired, and nothing of the other that has the same name, where the expired one is disabled', async () => {
    const { form, first, second } = await openForm(['proof', 'proof']);
    await first.login();
    first.disabled = true;
    Date.now = () => now() + 60_000;
    await second.login();
    await Promise.all([first.updateComplete, second.updateComplete]);
    // The first token is over by then, and nobody has looked at it yet.
    Date.now = () => now() + 150_000;
    expect(entriesOf(form)).to.deep.equal(['city=x', ...entriesFor(second)]);
  });

  it('are both required: the form goes with both tokens alone, and points to the one that is missing', async () => {
    const { form, first, second } = await openForm(['work', 'home'], { required: true, autoSubmit: true });
    const submitted: string[][] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push(entriesOf(form));
    });
    const invalid: EventTarget[] = [];
    for (const element of [first, second]) {
      element.addEventListener('invalid', () => invalid.push(element));
    }
    await second.login();
    expect(submitted).to.deep.equal([]);
    expect(invalid).to.deep.equal([first]);
    expect(document.activeElement).to.equal(first);
    expect([first, second].map((element) => element.matches(':invalid'))).to.deep.equal([true, false]);
    await first.login();
    expect(submitted).to.deep.equal([[...entriesFor(first), 'city=x', ...entriesFor(second)]]);
    second.reset();
    expect(form.checkValidity()).to.equal(false);
    expect(first.validity?.valid).to.equal(true);
  });

  it('give the browser no state to restore', async () => {
    const { setFormValue } = ElementInternals.prototype;
    const states = new Set<unknown>();
    ElementInternals.prototype.setFormValue = function (...values) {
      states.add(values[1]);
      setFormValue.apply(this, values);
    };
    try {
      const { form, first, second } = await openForm(['proof', 'proof']);
      await Promise.all([first.login(), second.login()]);
      form.reset();
    } finally {
      ElementInternals.prototype.setFormValue = setFormValue;
    }
    expect([...states]).to.have.members([null, '']);
  });
});
