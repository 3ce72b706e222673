import { command, POINTER } from './driver.js';

/** The window's corner, so that the pointer rests in the window's own bar however small the window is. */
const CORNER = { x: POINTER.x - 40, y: POINTER.y - 4 };

/** WebDriver's keys that write nothing, by their code points from U+E000. */
const KEYS = [
  'Unidentified Cancel Help Backspace Tab Clear Return Enter Shift Control Alt Pause Escape Space',
  'PageUp PageDown End Home ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete',
].flatMap((names) => names.split(' '));

const keyOf = (name: string): string => {
  const key = KEYS.includes(name) ? String.fromCharCode(0xe000 + KEYS.indexOf(name)) : name;
  if (Array.from(key).length !== 1) throw new Error(`There is no key called ${name}`);
  return key;
};

const BUTTONS = { left: 0, middle: 1, right: 2 } as const;

interface ButtonOption {
  button?: keyof typeof BUTTONS | undefined;
}

/**
 * The part of Playwright's `Page` that the runner's commands (sendKeys, sendMouse, setViewport) are written for, on WebDriver, which
 * cannot emulate media. `session` is the session's URL.
 */
export function createPage(session: string) {
  const act = (source: object, actions: readonly object[]) =>
    command('POST', `${session}/actions`, { actions: [{ ...source, actions }] });
  const keys = (type: 'keyDown' | 'keyUp', name: string) => ({ type, value: keyOf(name) });
  const keyboard = (...actions: object[]) => act({ type: 'key', id: 'keyboard' }, actions);
  const stroke = (name: string) => [keys('keyDown', name), keys('keyUp', name)];
  const mouse = (...actions: object[]) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }, actions);
  const moveTo = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y });
  const button = (type: 'pointerDown' | 'pointerUp', { button = 'left' }: ButtonOption = {}) => ({
    ...{ type, button: BUTTONS[button] },
  });

  return {
    keyboard: {
      type: (text: string) => keyboard(...Array.from(text).flatMap(stroke)),
      press: (name: string) => keyboard(...stroke(name)),
      down: (name: string) => keyboard(keys('keyDown', name)),
      up: (name: string) => keyboard(keys('keyUp', name)),
    },
    mouse: {
      move: (x: number, y: number) => mouse(moveTo(x, y)),
      click: (x: number, y: number, option?: ButtonOption) =>
        mouse(moveTo(x, y), button('pointerDown', option), button('pointerUp', option)),
      down: (option?: ButtonOption) => mouse(button('pointerDown', option)),
      up: (option?: ButtonOption) => mouse(button('pointerUp', option)),
    },
    /** The window's size counts its bars too, so it is measured first and corrected then. */
    async setViewportSize({ width, height }: { width: number; height: number }): Promise<void> {
      const resize = (size: object) => command('POST', `${session}/window/rect`, { ...CORNER, ...size });
      await resize({ width, height });
      const script = 'return [arguments[0] - innerWidth, arguments[1] - innerHeight]';
      const bars = await command('POST', `${session}/execute/sync`, { script, args: [width, height] });
      if (!Array.isArray(bars)) throw new TypeError('The page has no size');
      await resize({ width: Math.max(1, width + Number(bars[0])), height: height + Number(bars[1]) });
    },
  };
}
