/**
 * Keeps the page behind a modal screen from scrolling, until the function that it answers is called. The lock is a style sheet
 * of its own, so no style of the page is touched, and any number of locks, of other copies of this package too, come and go in
 * any order. The page stays where it is: nothing is fixed or moved, and the room of a classic scroll bar is kept. Browsers
 * without adopted sheets scroll on.
 */
export function lockScroll(): () => void {
  if (!('adoptedStyleSheets' in document)) return () => undefined;
  const bar = innerWidth - document.documentElement.clientWidth;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `html{overflow:hidden!important;padding-inline-end:${String(Math.max(0, bar))}px!important}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
