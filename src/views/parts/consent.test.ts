import { expect } from '@open-wc/testing';
import '../define-auth-layer.js';
import '../define-auth-page.js';
import { sendKeys } from '@web/test-runner-commands';
import { arrived } from '../../../test/browser/arrived.js';
import {
  boxes,
  checkbox,
  click,
  field,
  inside,
  openLayer,
  openPage,
  part,
  press,
  record,
  tick,
  type,
} from '../../../test/services/screen-fixture.js';

const message = (view: Parameters<typeof part>[0]) => part(view, 'error').textContent.trim();

for (const [name, open] of [
  ['layer', openLayer],
  ['page', openPage],
] as const) {
  describe(`the ${name} at level 4`, () => {
    it('is never ticked for the user', async () => {
      const view = await open();
      expect(checkbox(view).checked).to.equal(false);
      expect(view.agreed).to.equal(false);
      await tick(view);
      view.close();
      await view.show();
      expect(checkbox(view).checked).to.equal(false);
    });

    it('submits by itself when the digits are complete and the agreement is ticked, in either order', async () => {
      const view = await open();
      const log = record(view);
      await tick(view);
      expect(field(view).matches(':focus'), 'focus goes to the digits').to.equal(true);
      await type(view, '123');
      expect(log).to.deep.equal([]);
      await type(view, '4');
      expect(log).to.deep.equal(['inputcomplete', 'authorize:1234']);
    });

    it('shows the tick while the token is fetched', async () => {
      const view = await open();
      // Within the line, because the screen may still be rising.
      const boxTop = () =>
        checkbox(view).getBoundingClientRect().top - part(view, 'agreement').getBoundingClientRect().top;
      const before = boxTop();
      await tick(view);
      view.pending = true;
      await view.updateComplete;
      expect(getComputedStyle(checkbox(view)).backgroundColor).to.equal('rgb(30, 130, 235)');
      expect(checkbox(view).hasAttribute('plain')).to.equal(false);
      expect(boxTop(), 'the box stays where it is').to.be.closeTo(before, 0.1);
    });

    it('asks for the tick, in place, where the digits came first', async () => {
      const view = await open();
      const log = record(view);
      await type(view, '1234');
      expect(log).to.deep.equal([]);
      expect(message(view)).to.equal('请先阅读并勾选同意协议');
      expect(checkbox(view).getAttribute('aria-invalid')).to.equal('true');
      await expect(arrived(view)).to.be.accessible();
      await tick(view);
      expect(message(view)).to.equal('');
      expect(log).to.deep.equal(['inputcomplete', 'authorize:1234']);
    });

    it('submits the same digits once, and not at all without the tick', async () => {
      const view = await open();
      const log = record(view);
      await type(view, '1234');
      await press(view, 'Enter', 'Enter');
      expect(log).to.deep.equal([]);
      await tick(view);
      field(view).focus();
      await press(view, 'Enter', 'Enter');
      await type(view, '5');
      expect(log).to.deep.equal(['inputcomplete', 'authorize:1234']);
    });

    it('shows that the token is being fetched, and takes nothing meanwhile', async () => {
      const view = await open();
      const log = record(view);
      await tick(view);
      await type(view, '1234');
      view.pending = true;
      await view.updateComplete;
      expect(part(view, 'spinner')).to.be.displayed;
      expect(inside(view, '.screen').getAttribute('aria-busy')).to.equal('true');
      await press(view, 'Backspace', 'Enter');
      await tick(view);
      expect(boxes(view)).to.equal('1234');
      expect(view.agreed).to.equal(true);
      expect(log).to.deep.equal(['inputcomplete', 'authorize:1234']);
      await expect(arrived(view)).to.be.accessible();
    });

    it('says what was wrong and how many tries are left, and asks again with the tick kept', async () => {
      const view = await open();
      const log = record(view);
      await tick(view);
      await type(view, '1234');
      view.pending = true;
      await view.updateComplete;
      view.pending = false;
      view.attemptsLeft = 2;
      view.reset();
      view.error = '号码不正确';
      await view.updateComplete;
      expect(boxes(view)).to.equal('____');
      expect(message(view)).to.equal('号码不正确 还可以再试 2 次');
      expect(part(view, 'error').getAttribute('role')).to.equal('alert');
      await expect(arrived(view)).to.be.accessible();
      await type(view, '5');
      expect(message(view)).to.equal('');
      await type(view, '678');
      expect(log).to.deep.equal(['inputcomplete', 'authorize:1234', 'inputcomplete', 'authorize:5678']);
    });

    it('only reports complete digits where the page submits by itself', async () => {
      const view = await open({ manual: true });
      const log = record(view);
      await tick(view);
      await type(view, '1234');
      await press(view, 'Enter');
      expect(log).to.deep.equal(['inputcomplete']);
      expect(view.digits).to.equal('1234');
      expect(view.agreed).to.equal(true);
    });
  });

  describe(`the ${name} at level 1`, () => {
    it('shows the number and a submit button, no digits', async () => {
      const view = await open({ authLevel: '1' });
      expect(view.renderRoot.querySelector('.field')).to.equal(null);
      expect(part(view, 'phone').textContent.trim()).to.equal('138****8000');
      expect(part(view, 'submit').textContent.trim()).to.equal('确认授权登录');
      await expect(arrived(view)).to.be.accessible();
    });

    it('submits when the button is pressed after the tick', async () => {
      const view = await open({ authLevel: '1' });
      const log = record(view);
      await click(part(view, 'submit'));
      await view.updateComplete;
      expect(log).to.deep.equal([]);
      expect(message(view)).to.equal('请先阅读并勾选同意协议');
      expect(checkbox(view).matches(':focus')).to.equal(true);
      await sendKeys({ press: 'Space' });
      await view.updateComplete;
      expect(log).to.deep.equal(['inputcomplete']);
      await click(part(view, 'submit'));
      await click(part(view, 'submit'));
      expect(log).to.deep.equal(['inputcomplete', 'authorize:']);
    });
  });
}

describe('the agreement line', () => {
  const links = (view: Parameters<typeof part>[0]) =>
    Array.from(view.renderRoot.querySelectorAll<HTMLAnchorElement>('[part=agreement-link]'));

  for (const [operator, name, host] of [
    ['CM', '《中国移动认证服务协议》', 'wap.cmpassport.com'],
    ['CT', '《中国电信天翼账号服务条款》', 'e.189.cn'],
    ['CU', '《中国联通认证服务协议》', 'opencloud.wostore.cn'],
  ]) {
    it(`has the agreement of ${String(operator)} first, whatever else is set`, async () => {
      const view = await openLayer({
        operator: operator ?? '',
        agreements: [{ name: '服务', url: '/a' }],
        options: { agreeStyle: { agreeArr: [{ name: '隐私', url: '/b' }] } },
      });
      expect(links(view).map((link) => link.textContent)).to.deep.equal([name, '《服务》', '《隐私》']);
      expect(links(view)[0]?.host).to.equal(host);
      for (const link of links(view)) expect(link.rel).to.equal('noopener noreferrer');
    });
  }

  it('leaves out agreements without a name or with an address that is not http(s)', async () => {
    const view = await openLayer({
      agreements: JSON.stringify([
        { name: '', url: '/a' },
        { name: '坏', url: 'javascript:alert(1)' },
        { name: '坏', url: ' JAVA\nSCRIPT:alert(1)' },
        { name: '坏', url: 'data:text/html,x' },
        { url: '/b' },
        null,
        { name: '《好》', url: 'https://example.com/' },
      ]),
    });
    expect(links(view).map((link) => link.textContent)).to.deep.equal(['《中国移动认证服务协议》', '《好》']);
  });

  it('names the agreements to a screen reader with the box', async () => {
    const view = await openLayer();
    const label = checkbox(view).getAttribute('aria-labelledby') ?? '';
    expect(inside(view, `#${label}`).textContent).to.equal('我已阅读并同意《中国移动认证服务协议》');
  });

  it('can be hit with a finger', async () => {
    const view = await openLayer();
    const { left, top, width, height } = checkbox(view).getBoundingClientRect();
    for (const offset of [-20, 20]) {
      const hit = view.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2 + offset);
      expect(hit?.closest('label'), `${String(offset)} px off`).not.to.equal(null);
    }
  });
});
