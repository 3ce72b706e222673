type Color = readonly [red: number, green: number, blue: number, alpha: number];

function read(color: string): Color {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) throw new Error('no canvas to read colours with');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = (top: Color, under: Color): Color => {
  const mix = (index: 0 | 1 | 2) => top[index] * top[3] + under[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
};

function luminance(color: Color): number {
  const [red, green, blue] = color.slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The colour behind an element's text, on a white page. */
function behind(element: Element | null): Color {
  if (!element) return [255, 255, 255, 1];
  const own = read(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
}

/** Contrast of an element's text with what is behind it, 1 to 21, as WCAG defines it. */
export function contrastOf(element: Element): number {
  const background = behind(element);
  const text = luminance(over(read(getComputedStyle(element).color), background));
  const paper = luminance(background);
  return (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
}
