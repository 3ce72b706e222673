import { POINTER } from './processes.js';
import { command } from './webdriver.js';

/** The window's corner, so that the pointer rests in the window's own bar however small the window is. */
const CORNER = { x: POINTER.x - 40, y: POINTER.y - 4 };

/** WebDriver's code points for keys that write nothing. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['Backspace', '\uE003'],
  ['Tab', '\uE004'],
  ['Enter', '\uE007'],
  ['Shift', '\uE008'],
  ['Control', '\uE009'],
  ['Alt', '\uE00A'],
  ['Escape', '\uE00C'],
  ['Space', ' '],
  ['PageUp', '\uE00E'],
  ['PageDown', '\uE00F'],
  ['End', '\uE010'],
  ['Home', '\uE011'],
  ['ArrowLeft', '\uE012'],
  ['ArrowUp', '\uE013'],
  ['ArrowRight', '\uE014'],
  ['ArrowDown', '\uE015'],
  ['Delete', '\uE017'],
  ['Meta', '\uE03D'],
]);

const BUTTONS = { left: 0, middle: 1, right: 2 } as const;

interface ButtonOption {
  button?: keyof typeof BUTTONS | undefined;
}

const keyOf = (name: string): string => {
  const key = KEYS.get(name) ?? name;
  if (Array.from(key).length !== 1) throw new Error(`There is no key called ${name}`);
  return key;
};

const isSize = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'number');

/**
 * The part of Playwright's `Page` that the runner's commands (sendKeys, sendMouse, setViewport) are written for, on WebDriver.
 * @param session base URL of the WebDriver session.
 * @param emulate changes the media that the browser is told of, and answers a media query for them.
 */
export function createPage(session: string, emulate: (changes: Readonly<Record<string, unknown>>) => string) {
  const keys = (...actions: object[]) =>
    command(session, '/actions', 'POST', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const pointer = (...actions: object[]) =>
    command(session, '/actions', 'POST', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  const keyDown = (name: string) => ({ type: 'keyDown', value: keyOf(name) });
  const keyUp = (name: string) => ({ type: 'keyUp', value: keyOf(name) });
  const moveTo = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y });
  const buttonDown = ({ button = 'left' }: ButtonOption = {}) => ({
    type: 'pointerDown',
    button: BUTTONS[button],
  });
  const buttonUp = ({ button = 'left' }: ButtonOption = {}) => ({
    type: 'pointerUp',
    button: BUTTONS[button],
  });

  const viewport = async (): Promise<[number, number]> => {
    const script = 'return [innerWidth, innerHeight]';
    const size = await command(session, '/execute/sync', 'POST', { script, args: [] });
    if (!isSize(size)) throw new TypeError('The page has no size');
    return size;
  };

  return {
    keyboard: {
      type: (text: string) => keys(...Array.from(text).flatMap((key) => [keyDown(key), keyUp(key)])),
      press: (name: string) => keys(keyDown(name), keyUp(name)),
      down: (name: string) => keys(keyDown(name)),
      up: (name: string) => keys(keyUp(name)),
    },
    mouse: {
      move: (x: number, y: number) => pointer(moveTo(x, y)),
      click: (x: number, y: number, option?: ButtonOption) =>
        pointer(moveTo(x, y), buttonDown(option), buttonUp(option)),
      down: (option?: ButtonOption) => pointer(buttonDown(option)),
      up: (option?: ButtonOption) => pointer(buttonUp(option)),
    },
    /** The window's size counts its bars too, so it is measured first and corrected then. */
    async setViewportSize({ width, height }: { width: number; height: number }): Promise<void> {
      await command(session, '/window/rect', 'POST', { ...CORNER, width, height });
      const [innerWidth, innerHeight] = await viewport();
      const bars = { width: 2 * width - innerWidth, height: 2 * height - innerHeight };
      await command(session, '/window/rect', 'POST', { width: Math.max(1, bars.width), height: bars.height });
    },
    /** WebDriver cannot emulate media, but the screen can tell the browser what the user likes. */
    async emulateMedia(changes: Readonly<Record<string, unknown>>): Promise<void> {
      const query = emulate(changes);
      const script = `const [query, done] = arguments, media = matchMedia(query);
        if (media.matches) done();
        else media.addEventListener('change', () => done(), { once: true });`;
      await command(session, '/execute/async', 'POST', { script, args: [query] });
    },
  };
}
