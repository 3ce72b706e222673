import { expect } from '@open-wc/testing';
import { loggedIn } from '../../test/services/element-fixture.js';
import './define.js';

describe('what a browser may keep of <ydrz-login> in a form', () => {
  const { setFormValue } = ElementInternals.prototype;
  afterEach(() => {
    ElementInternals.prototype.setFormValue = setFormValue;
  });

  it('is no token: the state to restore after Back or a restart is given apart from the value, and is empty', async () => {
    const given: Parameters<typeof setFormValue>[] = [];
    ElementInternals.prototype.setFormValue = function (...values) {
      given.push(values);
      setFormValue.apply(this, values);
    };
    const { element } = await loggedIn({ name: 'token' });
    const [value, state] = given.at(-1) ?? [];
    expect(value).to.be.instanceOf(FormData);
    expect(state, 'without one the browser keeps the value').to.equal('');
    element.reset();
    expect(given.at(-1)).to.deep.equal([null, null]);
  });
});
