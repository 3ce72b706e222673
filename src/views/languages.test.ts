import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import './define-auth-layer.js';
import './define-auth-page.js';
import { EN } from '../locale/en.js';
import { nearestLanguage } from '../locale/language.js';
import { ZH_CN } from '../locale/zh-cn.js';
import type { YdrzAuthLayerElement } from './auth-layer-element.js';
import {
  checkbox,
  field,
  openLayer,
  openPage,
  part,
  press,
  record,
  type,
} from '../../test/services/screen-fixture.js';

describe('languages', () => {
  it('have a text for every key, with the same values in it', () => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
    for (const [key, text] of Object.entries(EN)) {
      const chinese = new Map(Object.entries(ZH_CN)).get(key) ?? '';
      expect(text.trim() === '' && chinese.trim() !== '', key).to.equal(false);
      expect(holes(text), key).to.equal(holes(chinese));
    }
  });

  it('are taken from the nearest lang, out through shadow roots', async () => {
    const outer = await fixture(html`<div lang="en-GB"><section></section></div>`);
    const section = outer.querySelector('section');
    const root = section?.attachShadow({ mode: 'open' });
    const view = document.createElement('ydrz-auth-layer');
    view.maskPhone = '138****8000';
    root?.append(view);
    expect(nearestLanguage(view)).to.equal('en');
    await view.show();
    await waitUntil(() => part(view, 'tip').textContent === 'Fill in the 4 hidden digits of your number');
    expect(part(view, 'layer').lang).to.equal('en');
    await expect(view).to.be.accessible();
  });

  for (const lang of ['', 'zh-CN', 'zh-Hant', 'fr', 'enx', '<img>', '日本語', 'x'.repeat(1000)]) {
    it(`other than English are Chinese: lang="${lang.slice(0, 20)}"`, async () => {
      const view = await openLayer({ lang });
      expect(part(view, 'tip').textContent).to.equal('请补全号码中隐藏的 4 位数字');
    });
  }

  it('have single texts overridden', async () => {
    const view = await openLayer({ authLevel: '1', messages: { submit: '立即登录 <b>' } });
    expect(part(view, 'submit').textContent.trim()).to.equal('立即登录 <b>');
  });
});

describe('a user with the keyboard alone', () => {
  it('finishes level 4', async () => {
    const view = await openPage();
    const log = record(view);
    await type(view, '1235');
    await press(view, 'Backspace');
    await type(view, '4');
    await press(view, 'Tab');
    expect(checkbox(view).matches(':focus')).to.equal(true);
    await press(view, 'Space');
    expect(log).to.deep.equal(['inputcomplete', 'authorize:1234']);
  });

  it('finishes level 1, and reaches every agreement and the way out', async () => {
    const view = await openLayer({ authLevel: '1', masked: true, agreements: [{ name: '服务', url: '/a' }] });
    const log = record(view);
    await press(view, 'Space');
    const reached: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      await press(view, 'Tab');
      reached.push(view.shadowRoot?.activeElement?.getAttribute('part') ?? '');
    }
    expect(reached.join()).to.include('agreement-link,agreement-link,close');
    part(view, 'submit').focus();
    await press(view, 'Enter');
    expect(log).to.deep.equal(['inputcomplete', 'authorize:']);
  });
});

describe('a screen from a page without script of its own', () => {
  it('takes everything from attributes', async () => {
    const view = await fixture<YdrzAuthLayerElement>(
      html`<ydrz-auth-layer
        open
        masked
        mask-phone="186****9000"
        operator="CU"
        auth-level="4"
        error="号码不正确"
        attempts-left="1"
        options='{"phoneStyle":{"fontColor":"#123456"}}'
        agreements='[{"name":"服务","url":"/a"}]'
      ></ydrz-auth-layer>`,
    );
    expect(part(view, 'error').textContent).to.equal('号码不正确 还可以再试 1 次');
    expect(part(view, 'agreement').textContent).to.equal('我已阅读并同意《中国联通认证服务协议》和《服务》');
    expect(getComputedStyle(part(view, 'phone')).color).to.equal('rgb(18, 52, 86)');
    expect(field(view).matches(':focus')).to.equal(true);
  });

  for (const rubbish of ['{', '[1]', '"x"', 'null', '{"phoneStyle":7}']) {
    it(`is not broken by ${rubbish} as options and agreements`, async () => {
      const view = await fixture<YdrzAuthLayerElement>(
        html`<ydrz-auth-layer
          open
          mask-phone="186****9000"
          options=${rubbish}
          agreements=${rubbish}
        ></ydrz-auth-layer>`,
      );
      expect(part(view, 'agreement')).to.be.displayed;
    });
  }
});
