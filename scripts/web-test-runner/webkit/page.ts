import { command } from './webdriver.js';

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
 */
export function createPage(session: string) {
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
      await command(session, '/window/rect', 'POST', { width, height });
      const [innerWidth, innerHeight] = await viewport();
      const bars = { width: 2 * width - innerWidth, height: 2 * height - innerHeight };
      await command(session, '/window/rect', 'POST', { width: Math.max(1, bars.width), height: bars.height });
    },
    /** WebKitWebDriver cannot emulate media, so motion, which tests want out of the way, is reduced from the start. */
    emulateMedia: (features: Readonly<Record<string, string>>) =>
      Object.entries(features).every(([name, value]) => name === 'reducedMotion' && value === 'reduce')
        ? Promise.resolve()
        : Promise.reject(new Error('WebKit is tested with reduced motion and cannot emulate other media')),
  };
}
