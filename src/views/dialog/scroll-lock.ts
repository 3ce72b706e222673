import { unclobbered } from '../../dom/unclobbered.js';
import { adoptSheet } from './adopt-sheet.js';

/** Does something that must not move the page in a window. */
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
 * Whose `overflow` the window scrolls by. A body that has one gives it to the window, unless the root has one too or something
 * is contained; with the root locked it would become a scroll container of its own, with another position.
 */
function scroller(root: CSSStyleDeclaration, body: CSSStyleDeclaration): 'html' | 'body' {
  const given = [root.contain, body.contain].every((contain) => !contain || contain === 'none');
  const isVisible = ({ overflowX, overflowY }: CSSStyleDeclaration) =>
    overflowX + overflowY === 'visiblevisible';
  return given && isVisible(root) && !isVisible(body) ? 'body' : 'html';
}

/**
 * Keeps the page in a window, behind a modal screen, from scrolling, until the function that it answers is called. The page stays
 * where it is: nothing is fixed or moved, and the room of a classic scroll bar is kept. Browsers without adopted sheets scroll on.
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
