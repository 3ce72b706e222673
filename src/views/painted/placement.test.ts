import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import '../define-auth-layer.js';
import '../define-auth-page.js';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { arrived } from '../../../test/browser/arrived.js';
import type { AuthView } from '../auth-view.js';
import {
  click,
  field,
  inside,
  openLayer,
  openPage,
  part,
  record,
} from '../../../test/services/screen-fixture.js';

/** Where a part is, from the screen's left and top edges. */
function place(view: AuthView, name: string): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = part(view, name).getBoundingClientRect();
  const screen = inside(view, '.screen').getBoundingClientRect();
  return { left: left - screen.left, top: top - screen.top, width, height };
}

/** Asserts that what must be seen lies inside the screen, can be scrolled to, and is neither covered nor tiny. */
function expectSeen(view: AuthView, names: readonly string[]): void {
  const screen = inside(view, '.screen').getBoundingClientRect();
  for (const name of names) {
    const element = part(view, name);
    element.scrollIntoView({ block: 'nearest' });
    const box = element.getBoundingClientRect();
    expect(box.width * box.height, `${name} has a size`).to.be.greaterThan(150);
    expect(box.left, `${name} left`).to.be.at.least(screen.left - 1);
    expect(box.right, `${name} right`).to.be.at.most(screen.right + 1);
    const hit = view.shadowRoot?.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    expect(element.contains(hit ?? null), `${name} is not covered`).to.equal(true);
    expect(parseFloat(getComputedStyle(element).fontSize), `${name} can be read`).to.be.at.least(10);
  }
}

const level4 = ['phone', 'agreement', 'checkbox', 'agreement-link'];
const level1 = ['phone', 'agreement', 'checkbox', 'agreement-link', 'submit'];

describe('default places', () => {
  before(() => setViewport({ width: 375, height: 667 }));

  it('of the popup are the official ones, to the pixel', async () => {
    const four = await openLayer({ masked: true });
    expect(place(four, 'layer')).to.include({ width: 300, height: 240 });
    expect(place(four, 'phone').top).to.equal(86);
    expect(place(four, 'digit')).to.include({ width: 28, height: 28 });
    expect(place(four, 'agreement').top).to.equal(146);
    expect(place(four, 'agreement').width).to.equal(270);
    expect(place(four, 'close')).to.deep.equal({ left: 300 - 12 - 16, top: 12, width: 16, height: 16 });
    const one = await openLayer({ masked: true, authLevel: '1' });
    expect(place(one, 'phone').top).to.equal(81);
    expect(place(one, 'submit')).to.deep.equal({ left: 15, top: 120, width: 270, height: 46 });
    expect(place(one, 'agreement').top).to.equal(168);
  });

  it('of the page are those of the sample', async () => {
    const page = await openPage();
    const tops = ['title', 'logo', 'phone', 'auth-text', 'tip', 'agreement'].map((name) =>
      Math.round(place(page, name).top),
    );
    expect(tops).to.deep.equal([12, 95, 235, 273, 324, 367]);
    const { left, width } = place(page, 'phone');
    expect(left + width / 2).to.be.closeTo(375 / 2, 1);
  });

  it('fit into the window while the screen still comes in', async () => {
    for (const view of [await openPage(), await openLayer({ masked: true })]) {
      const { scrollHeight, clientHeight } = inside(view, 'dialog');
      expect(scrollHeight).to.equal(clientHeight);
    }
  });

  it('make room for larger text', async () => {
    const view = await openLayer({ masked: true });
    view.style.setProperty('--ydrz-phone-font-size', '44px');
    view.style.setProperty('--ydrz-agree-font-size', '24px');
    view.error = '号码不正确';
    await view.updateComplete;
    expect(place(view, 'layer').height).to.be.greaterThan(240);
    expect(place(view, 'error').top).to.be.at.least(place(view, 'phone').top + place(view, 'phone').height);
    expectSeen(view, level4);
  });
});

describe('places set by options and by CSS', () => {
  before(() => setViewport({ width: 375, height: 667 }));

  // The first here: nothing has fetched yet what places the parts.
  it('hold from the first showing on, where CSS alone has set them', async () => {
    const style = document.createElement('style');
    style.textContent = 'ydrz-auth-layer { --ydrz-phone-high: 40px }';
    document.head.append(style);
    const view = await openLayer({ masked: true });
    expect(place(view, 'phone').top).to.equal(40);
    style.remove();
  });

  it('are taken, and leave the other parts where they are', async () => {
    const view = await openLayer({
      masked: true,
      options: {
        layerStyle: { height: 300 },
        phoneStyle: { high: 40, left: '20px' },
        agreeStyle: { high: '50%' },
      },
    });
    expect(place(view, 'phone')).to.include({ top: 40, left: 20 });
    expect(place(view, 'agreement').top).to.equal(150);
    expect(place(view, 'layer').height).to.equal(300);
    view.options = {};
    await view.updateComplete;
    expect(place(view, 'phone').top).to.equal(86);
  });

  it('of CSS agree with those of options', async () => {
    const view = await openLayer({ masked: true });
    view.style.setProperty('--ydrz-phone-high', '20%');
    view.style.setProperty('--ydrz-phone-left', 'center');
    view.requestUpdate('options');
    await view.updateComplete;
    const { top, left, width } = place(view, 'phone');
    expect(top).to.equal(48);
    expect(left + width / 2).to.be.closeTo(150, 1);
  });

  it('from the bottom are honoured', async () => {
    const view = await openLayer({ masked: true, options: { phoneStyle: { bottom: '10px' } } });
    const { top, height } = place(view, 'phone');
    expect(top + height).to.equal(230);
  });

  for (const [what, options] of Object.entries({
    'stick out below': {
      agreeStyle: { high: 400 },
      phoneStyle: { high: '120%' },
      submitBtnStyle: { high: 999 },
    },
    'stick out to the right': {
      agreeStyle: { left: 350 },
      phoneStyle: { left: '90%' },
      submitBtnStyle: { left: 290 },
    },
    'lie over one another': {
      agreeStyle: { high: 100 },
      phoneStyle: { high: 100 },
      submitBtnStyle: { high: 100 },
    },
  })) {
    it(`send parts home that ${what}`, async () => {
      for (const [authLevel, names] of [
        ['4', level4],
        ['1', level1],
      ] as const) {
        const view = await openLayer({ masked: true, authLevel, options });
        expectSeen(view, names);
      }
    });
  }

  it('send a custom control home that would cover what must be seen', async () => {
    const view = await openLayer({
      masked: true,
      options: {
        customControlStyle: {
          ifShow: true,
          name: '其他',
          url: '/other',
          width: '100%',
          height: '240px',
          high: '1px',
          left: '0',
          bgColor: '#fff',
        },
      },
    });
    expectSeen(view, level4);
    expect(part(view, 'custom-control').textContent).to.equal('其他');
  });

  it('put a custom control in the middle', async () => {
    const view = await openLayer({
      masked: true,
      options: {
        layerStyle: { height: 500 },
        customControlStyle: {
          ifShow: 'ture',
          name: '其他',
          url: '/other',
          width: 100,
          height: 30,
          high: 'center',
          left: 'center',
        },
      },
    });
    expect(place(view, 'custom-control')).to.deep.equal({ left: 100, top: 235, width: 100, height: 30 });
  });

  for (const [name, css] of Object.entries({
    'nothing is too small':
      '--ydrz-agree-font-size:1px;--ydrz-phone-font-size:0;--ydrz-submit-btn-width:0;--ydrz-submit-btn-height:1px;--ydrz-submit-btn-font-size:0;--ydrz-agree-width:1px;--ydrz-layer-width:1px;--ydrz-layer-height:1px',
    'nothing is too large':
      '--ydrz-agree-font-size:900px;--ydrz-phone-font-size:900px;--ydrz-submit-btn-width:900px;--ydrz-submit-btn-height:9000px;--ydrz-layer-width:9000px;--ydrz-layer-height:9000px',
    'nothing is pushed away':
      '--ydrz-agree-high:-90px;--ydrz-agree-left:-900px;--ydrz-phone-left:calc(100% + 9px);--ydrz-submit-btn-high:calc(1px * -50)',
    'nonsense is ignored':
      '--ydrz-agree-high:banana;--ydrz-agree-left:url(x);--ydrz-phone-font-size:red;--ydrz-layer-width:;--ydrz-phone-high:none',
  })) {
    it(`cannot hide what must be seen: ${name}`, async () => {
      for (const [authLevel, names] of [
        ['4', level4],
        ['1', level1],
      ] as const) {
        const view = await openLayer({ masked: true, authLevel });
        view.style.cssText += css;
        view.requestUpdate('options');
        await view.updateComplete;
        expectSeen(view, names);
      }
    });
  }

  it('are checked again when the window changes', async () => {
    const view = await openPage({ authLevel: '1', options: { submitBtnStyle: { high: '500px' } } });
    expect(place(view, 'submit').top).to.equal(500);
    await setViewport({ width: 375, height: 480 });
    await waitUntil(() => place(view, 'submit').top < 480);
    expectSeen(view, level1);
    await setViewport({ width: 375, height: 667 });
  });
});

describe('a window half covered by a keyboard', () => {
  after(() => setViewport({ width: 375, height: 667 }));

  for (const height of [300, 333]) {
    it(`shows number, agreement and messages without scrolling, ${String(height)} px high`, async () => {
      await setViewport({ width: 375, height });
      for (const open of [() => openLayer({ masked: true }), () => openPage()]) {
        const view = await open();
        await nextFrame();
        for (const name of ['phone', 'tip', 'agreement', 'checkbox']) {
          expect(part(view, name).getBoundingClientRect().bottom, name).to.be.at.most(height);
        }
        expect(field(view).getBoundingClientRect().top).to.be.at.least(0);
      }
    });
  }
});

describe('colours', () => {
  const contrast = (view: AuthView) => expect(arrived(view)).to.be.accessible();
  let warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  // WebDriver cannot tell Firefox and WebKit what the user likes.
  const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;
  inChromium('of the defaults have enough contrast in the dark too', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    for (const authLevel of ['1', '4']) {
      await contrast(await openLayer({ masked: true, authLevel }));
      const page = await openPage({ authLevel });
      page.error = '号码不正确';
      await page.updateComplete;
      await contrast(page);
    }
    await emulateMedia({ colorScheme: 'light' });
  });

  it('go with a background that an option makes dark', async () => {
    const view = await openLayer({ masked: true, options: { layerStyle: { bgColor: '#112' } } });
    await contrast(view);
    expect(warnings).to.deep.equal([]);
  });

  for (const [what, options] of Object.entries({
    'white on white': {
      phoneStyle: { fontColor: '#fff' },
      agreeStyle: { fontColor: 'white', hrefColor: 'rgb(255 255 255)' },
    },
    'see-through': {
      phoneStyle: { fontColor: 'rgba(0,0,0,.5)' },
      layerStyle: { bgColor: 'rgb(128,128,128)' },
    },
    'another colour space': { agreeStyle: { fontColor: 'oklch(99% 0 0)' } },
    'a button like its text': { submitBtnStyle: { fontColor: '#1B82EB', bgColor: '#1B82EB' } },
  })) {
    it(`that hide a text are put aside, with one warning: ${what}`, async () => {
      const view = await openLayer({ masked: true, authLevel: '1', options });
      await contrast(view);
      const count = warnings.length;
      expect(count).to.be.greaterThan(0);
      view.requestUpdate('options');
      await view.updateComplete;
      expect(warnings).to.have.lengthOf(count);
    });
  }
});

describe('a custom control', () => {
  it('tells its address before it goes there, and stays where that is prevented', async () => {
    const view = await openLayer({
      options: {
        customControlStyle: { ifShow: 'true', name: '短信登录', url: '#sms', high: '200px', left: 'center' },
      },
    });
    const urls: string[] = [];
    view.addEventListener('customcontrol', (event) => {
      urls.push(event.detail.url);
      event.preventDefault();
    });
    await click(part(view, 'custom-control'));
    expect(urls).to.deep.equal(['#sms']);
    expect(location.hash).to.equal('');
  });

  it('goes nowhere but to http(s) addresses', async () => {
    const view = await openLayer({
      options: { customControlStyle: { ifShow: 'true', name: '坏', url: 'javascript:document.title="x"' } },
    });
    const log = record(view);
    await click(part(view, 'custom-control'));
    expect(log).to.deep.equal(['customcontrol']);
    expect(part(view, 'custom-control').hasAttribute('href')).to.equal(false);
  });
});
