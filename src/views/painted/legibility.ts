import { unclobbered } from '../../dom/unclobbered.js';

/** Below this contrast text counts as hidden. The defaults have 4.5 and more. */
const FAINTEST = 2;

/** Below this contrast the checkbox counts as hidden; the guide's sample draws it #cccccc on white, which is 1.6. */
const FAINTEST_BOX = 1.3;

/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
type Color = readonly number[];

let pen: CanvasRenderingContext2D | null | undefined;

/** A computed colour as numbers. */
function read(color: string): Color {
  const numbers = color.startsWith('rgb') ? color.match(/[\d.e-]+/g)?.map(Number) : undefined;
  if (numbers) return numbers;
  // Newer colour spaces are drawn, for the browser to convert them.
  pen ??= unclobbered().createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return [0, 0, 0];
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

/** Relative luminance as WCAG defines it, 0 to 1, of an opaque colour. */
function luminance(color: Color): number {
  const [r = 0, g = 0, b = 0] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour that results where one lies over an opaque one. */
const over = ([r = 0, g = 0, b = 0, alpha = 1]: Color, under: Color): Color =>
  [r, g, b].map((top, index) => top * alpha + (under[index] ?? 0) * (1 - alpha));

/** The colour that a text is painted in: not always `color`, and the background's where `background-clip: text` cuts it to the letters. */
const inkOf = ({ color, webkitTextFillColor, backgroundClip, backgroundColor }: CSSStyleDeclaration) =>
  backgroundClip === 'text' ? backgroundColor : webkitTextFillColor || color;

/** The colour behind an element's text, with what all elements around it paint; `page` is what lies behind those. */
function background(element: Element | null, page: Color): Color {
  if (!element) return page;
  const own = read(getComputedStyle(element).backgroundColor);
  // What is opaque needs no look at what is behind it.
  return (own[3] ?? 1) === 1 ? own : over(own, background(element.parentElement, page));
}

/**
 * Keep the texts readable whatever colours options and the page's CSS set: the defaults turn light on a screen that was made dark
 * (attribute `shade`), and a text that cannot be told from its background gets the default colour (attribute `plain`).
 * Answers the names of those texts.
 */
export function keepLegible(screen: HTMLElement, texts: readonly string[], backgroundSet: boolean): string[] {
  const dark = globalThis.matchMedia('(prefers-color-scheme: dark)').matches;
  const page = dark ? [24, 24, 24] : [255, 255, 255];
  const base = luminance(background(screen, page));
  if (backgroundSet) screen.setAttribute('shade', base < 0.18 ? 'dark' : 'light');
  else screen.removeAttribute('shade');
  return texts.filter((name) => {
    const elements = [...screen.querySelectorAll(`.${name}`)];
    for (const element of elements) element.removeAttribute('plain');
    const faint = elements.filter((element) => {
      const paper = background(element, page);
      const behind = luminance(paper);
      const text = luminance(over(read(inkOf(getComputedStyle(element))), paper));
      const faintest = element instanceof HTMLInputElement ? FAINTEST_BOX : FAINTEST;
      return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05) < faintest;
    });
    for (const element of faint) element.setAttribute('plain', '');
    return faint.length > 0;
  });
}
