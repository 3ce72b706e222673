import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AuthView } from '../services/auth-view.js';
import { pageStyle } from './page-style.js';
import { faultsOf, fillIn, inside, makeLogin, resetMouse, screen, until, watchPage } from './played-page.js';

/** What a page's text may be set to; all of it is inherited, or acts on what is inside. */
const STYLES: readonly string[] = [
  'white-space:nowrap',
  'white-space:pre;tab-size:99',
  '-webkit-text-fill-color:transparent;background:linear-gradient(90deg,red,blue);-webkit-background-clip:text',
  '-webkit-text-stroke:20px white',
  '-webkit-text-security:disc',
  'visibility:hidden',
  'visibility:collapse',
  'letter-spacing:9em',
  'word-spacing:99em;text-align:justify',
  'text-indent:-9999px',
  'text-transform:uppercase',
  'line-height:0',
  'line-height:20',
  'font-size:0',
  'font-size:99px;font-weight:900;font-style:italic;font-stretch:expanded',
  'font-variant:small-caps;font-feature-settings:"smcp";font-size-adjust:9',
  'text-shadow:0 0 0 20px red,9px 9px red',
  'cursor:none',
  'user-select:none;-webkit-user-select:none',
  'pointer-events:none',
  'opacity:0',
  'filter:opacity(0)',
  'writing-mode:vertical-rl',
  'text-orientation:upright;writing-mode:vertical-lr',
  'direction:rtl;unicode-bidi:bidi-override',
  'hyphens:auto;line-break:anywhere;word-break:break-all',
  'word-break:keep-all;overflow-wrap:normal',
  'text-wrap:nowrap',
  'color:transparent;caret-color:red',
  'quotes:"x" "y";list-style:square;border-collapse:collapse;empty-cells:hide',
  'text-size-adjust:500%;-webkit-text-size-adjust:500%',
  'text-align:right;text-align-last:right',
  'text-emphasis:filled sesame red;ruby-position:under',
  'forced-color-adjust:none;print-color-adjust:exact',
  'image-rendering:pixelated;paint-order:stroke',
  '-webkit-user-modify:read-write',
  'font:0/0 a;accent-color:transparent',
  'font-variant-position:sub;font-synthesis:none;font-variation-settings:"wght" 1',
  'text-decoration:line-through;text-underline-offset:9em',
  'text-combine-upright:all;hanging-punctuation:first;text-wrap-style:balance',
  'scrollbar-color:transparent transparent;interpolate-size:allow-keywords',
  '-webkit-line-clamp:1;display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;height:20px',
];

/** One or more of these is a value of nearly every inherited property. */
const VALUES =
  'none hidden collapse transparent red auto all normal nowrap pre balance uppercase full-width vertical-rl upright mixed right justify center square inside isolate sub small-caps italic 900 0 9 2 99px 9em 50% separate hide pixelated optimizeSpeed crisp-edges exact economy anywhere break-all keep-all manual stroke evenodd bevel round end middle read-write disc filled trim-start no-autospace under left'.split(
    ' ',
  );

/** What a screen takes of the page on purpose, and what is measured in its width or its place. */
const MEANT =
  /^(font-family|direction|color-scheme|-webkit-locale|-webkit-rtl-ordering|width|height|inline-size|block-size|perspective-origin|transform-origin|zoom)$|^--/;

/** Whether a child of the place has the place's value of a property. */
const isInherited = (place: HTMLElement, property: string): boolean => {
  const child = document.createElement('span');
  place.append(child);
  const [own, inner] = [place, child].map((element) => getComputedStyle(element).getPropertyValue(property));
  child.remove();
  return own === inner;
};

/** What of a part's style is seen, beside its place. */
const SEEN = [
  'color',
  'font-size',
  'line-height',
  'letter-spacing',
  'opacity',
  'text-transform',
  'visibility',
  '-webkit-text-fill-color',
];

/** What is seen of a part, as figures. */
const lookOf = (element: Element): string => {
  const { width, height, left, top } = element.getBoundingClientRect();
  const figures = [left, top, width, height].map((figure) => figure.toFixed(0));
  const style = getComputedStyle(element);
  return [...figures, ...SEEN.map((property) => style.getPropertyValue(property))].join(' ');
};

const PARTS = [
  '[part=phone]',
  '[part=agreement]',
  '[part=agreement-link]',
  '[part=checkbox]',
  '[part=tip]',
  '.digit',
];

/** The standard popup is dressed in the service's colours when those arrive, which may be after it has opened. */
const isDressed = (view: AuthView): boolean =>
  getComputedStyle(inside(view, '[part=agreement]')).color === 'rgb(20, 105, 208)';

const looks = async (around: string, type: string): Promise<string[]> => {
  const place = document.createElement('main');
  place.style.cssText = around;
  const login = makeLogin({ 'auth-page-type': type });
  place.append(login);
  document.body.append(place);
  const afterwards = watchPage();
  const ended = login.login();
  const view = await screen();
  if (type === '1') await until(() => isDressed(view));
  expect(faultsOf(view)).to.deep.equal([]);
  const seen = PARTS.map((selector) => `${selector} ${lookOf(inside(view, selector))}`);
  await fillIn(view);
  await ended;
  login.reset();
  await afterwards();
  place.remove();
  return seen;
};

describe('nothing that a page’s text has set takes the consent away', () => {
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(() => resetMouse());

  for (const type of ['0', '1']) {
    it(`the screen of authPageType ${type} looks the same in every place`, async function () {
      this.timeout(60_000);
      const plain = await looks('', type);
      const mirrored = await looks('direction:rtl', type);
      for (const style of STYLES) {
        expect(await looks(style, type), style).to.deep.equal(style.includes('rtl') ? mirrored : plain);
      }
    });
  }

  for (const type of ['0', '1', '2']) {
    it(`no inherited property that the engine knows arrives in the screen of authPageType ${type}`, async () => {
      const place = document.createElement('main');
      const login = makeLogin({ 'auth-page-type': type });
      place.append(login);
      document.body.append(place);
      const afterwards = watchPage();
      const ended = login.login();
      const view = await screen();
      if (type === '1') await until(() => isDressed(view));
      const parts = ['agreement', 'agreement-link', 'checkbox', 'tip'].map((part) =>
        getComputedStyle(inside(view, `[part=${part}]`)),
      );
      const arrived: string[] = [];
      const tried = new Set<string>();
      for (const property of [...getComputedStyle(place)].filter((name) => !MEANT.test(name))) {
        const plain = parts.map((style) => style.getPropertyValue(property));
        for (const value of VALUES.filter((each) => CSS.supports(property, each))) {
          place.style.setProperty(property, value);
          if (isInherited(place, property)) {
            tried.add(property);
            if (parts.some((style, at) => style.getPropertyValue(property) !== plain[at])) {
              arrived.push(`${property}: ${value}`);
            }
          }
          place.style.removeProperty(property);
        }
      }
      expect(arrived).to.deep.equal([]);
      expect(tried.size).to.be.above(40);
      await fillIn(view);
      await ended;
      login.reset();
      await afterwards();
      place.remove();
    });
  }

  it('the button looks the same in every place', async () => {
    const buttonIn = async (style: string): Promise<string> => {
      const place = document.createElement('main');
      place.style.cssText = style;
      const login = makeLogin();
      place.append(login);
      document.body.append(place);
      await login.updateComplete;
      const button = login.renderRoot.querySelector('button');
      const { width, height } = button?.getBoundingClientRect() ?? { width: 0, height: 0 };
      const { color, fontSize, letterSpacing, webkitTextFillColor } = getComputedStyle(button ?? login);
      place.remove();
      return [width, height, color, fontSize, letterSpacing, webkitTextFillColor].join(' ');
    };
    const plain = await buttonIn('');
    // A vertical text turns the button with it, and a page may hide its button.
    for (const style of STYLES.filter((each) => !/writing-mode|clamp/.test(each))) {
      expect(await buttonIn(style), style).to.equal(plain);
    }
  });

  for (const rules of [
    'opacity:0',
    'visibility:hidden',
    'clip-path:inset(50%)',
    'filter:opacity(0)',
    'text-indent:-9999px',
    'white-space:nowrap;overflow:hidden;max-height:1px',
    '-webkit-text-fill-color:transparent',
    '-webkit-mask:linear-gradient(transparent,transparent)',
    'color:#fff',
  ]) {
    it(`a page’s own look for the agreements, ${rules}, leaves them readable`, async () => {
      const undo = pageStyle(`ydrz-login::part(agreement),ydrz-login::part(agreement-link){${rules}}`);
      const login = makeLogin();
      document.body.append(login);
      const afterwards = watchPage();
      const ended = login.login();
      const view = await screen();
      const style = getComputedStyle(inside(view, '[part=agreement-link]'));
      expect(faultsOf(view)).to.deep.equal([]);
      expect(style.opacity + style.visibility + style.textIndent + style.clipPath).to.equal(
        '1visible0pxnone',
      );
      expect(style.webkitTextFillColor).to.equal(style.color);
      expect(style.color).not.to.equal('rgb(255, 255, 255)');
      await fillIn(view);
      await ended;
      login.reset();
      await afterwards();
      undo();
      login.remove();
    });
  }
});
