import { unclobbered } from '../../dom/unclobbered.js';
import { adoptSheet } from './adopt-sheet.js';

/** Makes a change, and puts the page back where it was scrolled to. */
function inPlace<Result>(view: Window, change: () => Result): Result {
  const { scrollX, scrollY } = view;
  const result = change();
  if (scrollX !== view.scrollX || scrollY !== view.scrollY) {
    // A page's `scroll-behavior: smooth` would show the way back.
    view.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
  return result;
}

/**
 * The element whose `overflow` counts for the window. That is the body where it alone sets one and neither element has `contain`:
 * locking the root instead would make the body a scroll container of its own, at another position.
 */
function scroller(root: CSSStyleDeclaration, body: CSSStyleDeclaration): 'html' | 'body' {
  const given = [root.contain, body.contain].every((contain) => !contain || contain === 'none');
  const isVisible = ({ overflowX, overflowY }: CSSStyleDeclaration) =>
    overflowX + overflowY === 'visiblevisible';
  return given && isVisible(root) && !isVisible(body) ? 'body' : 'html';
}

/**
 * Keeps the page behind a modal screen from scrolling, and returns the function that ends this. The page stays where it is: nothing is
 * fixed or moved, and the space of a classic scroll bar is kept. Has no effect in browsers without adopted sheets.
 */
export function lockScroll(view: Window): () => void {
  const page = unclobbered(view.document);
  const { documentElement: html, body } = page;
  const root = getComputedStyle(html);
  const width = html.clientWidth;
  const rules = [`${scroller(root, getComputedStyle(body))}{overflow:hidden!important}`];
  // A gutter that the page has set itself keeps the room already.
  if (width < view.innerWidth && root.scrollbarGutter === 'auto') {
    rules.push('html{scrollbar-gutter:stable!important}');
  }
  const sheets = [inPlace(view, () => adoptSheet(page, rules.join('')))];
  const gained = html.clientWidth - width;
  if (gained > 0) {
    // Browsers that know no gutters.
    const padding = `html{padding-right:${String(parseFloat(root.paddingRight) + gained)}px!important}`;
    sheets.push(inPlace(view, () => adoptSheet(page, padding)));
  }
  return () => {
    inPlace(view, () => {
      for (const remove of sheets) remove?.();
    });
  };
}
