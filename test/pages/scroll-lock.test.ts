import { expect } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { fillIn, frame, makeLogin, resetMouse, screen, watchPage } from './played-page.js';
import { pageStyle } from './page-style.js';

/** How pages have their window scroll. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'as browsers do it': '',
  'html and body of the window’s height, the body cut sideways':
    'html,body{height:100%;margin:0}body{overflow-x:hidden}',
  'a body that scrolls': 'html,body{height:100%}body{overflow-y:scroll}',
  'a body with overflow, and a root with another': 'html{overflow-y:scroll}body{overflow-x:hidden}',
  'a root that is cut sideways': 'html{overflow-x:hidden}',
  clip: 'body{overflow-x:clip}',
  'a contained body': 'body{overflow-x:hidden;contain:paint}',
  'a gutter that is kept': 'html{scrollbar-gutter:stable}',
  'gutters on both sides': 'html{scrollbar-gutter:stable both-edges}',
  'padding and border of the root': 'html{padding:7px 31px 0 13px;border-left:5px solid}',
  'a centred root': 'html{max-width:300px;margin:0 auto}',
  'smooth scrolling': 'html{scroll-behavior:smooth}',
  snapping: 'html{scroll-snap-type:y proximity}main{scroll-snap-align:start}',
  'right to left': 'html{direction:rtl}',
  'both cut sideways': 'html,body{overflow-x:hidden}',
  'a box that scrolls in place of the window':
    'html,body{height:100%;margin:0;overflow:hidden}main{height:100%!important;box-sizing:border-box;overflow:auto}',
  'a body held in place by a popup’s lock': 'body{position:fixed;width:100%;top:-802px}',
  'no chaining, no anchoring': 'html,body{overscroll-behavior:none;touch-action:pan-y;overflow-anchor:none}',
  'bars that are not seen': 'html{scrollbar-width:none}::-webkit-scrollbar{width:0;height:0}',
  'a zoomed body': 'body{zoom:1.5}',
  'a rule that outweighs the lock': ':root:root:root{overflow:auto!important}',
  'a wide page': 'main{width:2000px}',
};

/** Where it is on the window. */
const leftOf = (element: Element): string => {
  const { left, top } = element.getBoundingClientRect();
  return `${left.toFixed(1)} ${top.toFixed(1)}`;
};

describe('the page behind a modal screen stays where it is', () => {
  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => resetMouse());

  for (const [name, rules] of Object.entries(LAYOUTS)) {
    it(name, async () => {
      const style = pageStyle(`main{display:block;height:3000px;padding-top:1200px}${rules}`);
      const place = document.createElement('main');
      const login = makeLogin({ 'auth-page-type': '1' });
      const mark = document.createElement('p');
      mark.textContent = 'mark';
      place.append(mark, login);
      document.body.append(place);
      window.scrollTo({ top: 802, behavior: 'instant' });
      await frame();
      const before = { scroll: Math.round(scrollY), mark: leftOf(mark) };
      const afterwards = watchPage();
      const result = login.login();
      const view = await screen();
      expect({ scroll: Math.round(scrollY), mark: leftOf(mark) }).to.deep.equal(before);
      await sendMouse({ type: 'move', position: [400, 590] });
      await fillIn(view);
      expect(Math.round(scrollY)).to.equal(before.scroll);
      await result;
      // The button says that it is done, in its own place, under the mark.
      expect(leftOf(mark)).to.equal(before.mark);
      // The age of a token is watched as long as the element has it.
      login.reset();
      await afterwards();
      place.remove();
      style();
      window.scrollTo({ top: 0, behavior: 'instant' });
    });
  }

  it('a popup of the page that gives the scrolling back meanwhile has it back', async () => {
    const place = document.createElement('main');
    place.style.cssText = 'display:block;height:3000px';
    const login = makeLogin();
    place.append(login);
    document.body.append(place);
    window.scrollTo(0, 500);
    const afterwards = watchPage();
    document.body.style.overflow = 'hidden';
    const result = login.login();
    const view = await screen();
    document.body.style.overflow = '';
    await fillIn(view);
    await result;
    login.reset();
    await afterwards();
    place.remove();
  });

  it('a page that scrolls by itself meanwhile is left where it went', async () => {
    const place = document.createElement('main');
    place.style.cssText = 'display:block;height:3000px';
    const login = makeLogin();
    place.append(login);
    document.body.append(place);
    // Firefox still is where the page before, which was as long, was scrolled to.
    window.scrollTo(0, 0);
    const afterwards = watchPage();
    const result = login.login();
    const view = await screen();
    window.scrollTo(0, 500);
    await fillIn(view);
    await result;
    expect(Math.round(scrollY)).to.equal(500);
    window.scrollTo(0, 0);
    login.reset();
    await afterwards();
    place.remove();
  });
});
