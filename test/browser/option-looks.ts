import type { AuthView } from '../services/auth-view.js';

/** What an option shows: where to look on the screen, a value to give, and what is seen then. */
export interface Look {
  option: string;
  /** What is seen, as one text. */
  read: (view: AuthView) => string | Promise<string>;
  given: unknown;
  expected: string;
  /** The same value as it stands in a style sheet; default: `given`, texts in quotes and images in `url()`. */
  css?: string;
  /** Options that this one needs beside it, as custom properties. */
  beside?: Readonly<Record<string, string>>;
  /** Only to be seen at this level; default level 4. */
  level?: '1';
  /** Text of the error to show. */
  error?: string;
}

const shown = (view: AuthView, part: string): HTMLElement | null =>
  view.renderRoot.querySelector<HTMLElement>(`[part=${part}]`);

function partOf(view: AuthView, part: string): HTMLElement {
  const found = shown(view, part);
  if (!found) throw new Error(`the screen shows no ${part}`);
  return found;
}

const round = (pixels: number): string => `${Math.round(pixels * 100) / 100}px`;

/** A computed style, without the quotes of font names. */
export const style = (part: string, property: string) => (view: AuthView) =>
  getComputedStyle(partOf(view, part)).getPropertyValue(property).replaceAll('"', '');

/** How far a part's edge is from the same edge of the screen. */
export const edge = (part: string, side: 'top' | 'left' | 'right' | 'bottom') => (view: AuthView) => {
  const screen = (shown(view, 'layer') ?? partOf(view, 'page')).getBoundingClientRect();
  return round(Math.abs(partOf(view, part).getBoundingClientRect()[side] - screen[side]));
};

export const text = (part: string) => (view: AuthView) =>
  shown(view, part)?.textContent.trim() ?? 'not shown';

export const attribute = (part: string, name: string) => (view: AuthView) =>
  partOf(view, part).getAttribute(name) ?? 'none';

/** The address of the image in a part, or of the part that is one. */
export const image = (part: string) => (view: AuthView) => {
  const found = partOf(view, part);
  return (found.closest('img') ?? found.querySelector('img'))?.getAttribute('src') ?? 'none';
};

/** The address of the image in place of the checkbox. */
export const boxImage = (view: AuthView) =>
  partOf(view, 'checkbox').parentElement?.querySelector('img')?.getAttribute('src') ?? 'none';

export const isShown = (part: string) => (view: AuthView) => String(shown(view, part) !== null);

export const isModal = (view: AuthView) => String(view.renderRoot.querySelector('dialog')?.open ?? false);

export const lastAgreement = (view: AuthView) => {
  const last = [...view.renderRoot.querySelectorAll('[part=agreement-link]')].at(-1);
  return `${last?.textContent ?? ''} ${last?.getAttribute('href') ?? ''}`;
};

/** What is seen once the agreement is ticked. */
export const ticked = (read: (view: AuthView) => string) => async (view: AuthView) => {
  partOf(view, 'checkbox').click();
  await view.updateComplete;
  return read(view);
};

/** A row of a group: field, value, what is seen, and where. */
export type Row = readonly [
  field: string,
  given: unknown,
  expected: string,
  read: Look['read'],
  own?: Partial<Look>,
];

export const inGroup = (group: string, rows: readonly Row[], more: Partial<Look> = {}): Look[] =>
  rows.map(([field, given, expected, read, own]) => ({
    option: group ? `${group}.${field}` : field,
    given,
    expected,
    read,
    ...more,
    ...own,
  }));

const agreements = [{ name: '用户协议', url: '/user.html' }];

export const agreementRow: Row = [
  'agreeArr',
  agreements,
  '《用户协议》 /user.html',
  lastAgreement,
  { css: `'${JSON.stringify(agreements)}'` },
];

const control = {
  '--ydrz-custom-control-if-show': 'true',
  '--ydrz-custom-control-name': '"其他登录方式"',
};

/** The custom control, which both screens have; `high` is a place where the screen has room. */
export const controlLooks = (high: string): Look[] =>
  inGroup(
    'customControlStyle',
    [
      ['ifShow', 'ture', '其他登录方式', text('custom-control')],
      ['width', '150px', '150px', style('custom-control', 'width')],
      ['height', '40px', '40px', style('custom-control', 'height')],
      ['high', high, high, edge('custom-control', 'top')],
      ['left', '20px', '20px', edge('custom-control', 'left')],
      ['bgColor', '#112233', 'rgb(17, 34, 51)', style('custom-control', 'background-color')],
      ['border', '2px solid #112233', '2px solid rgb(17, 34, 51)', style('custom-control', 'border-top')],
      ['borderRadius', '9px', '9px', style('custom-control', 'border-top-left-radius')],
      ['url', '/sms.html', '/sms.html', attribute('custom-control', 'href')],
      ['name', '短信登录', '短信登录', text('custom-control')],
      ['fontSize', '18px', '18px', style('custom-control', 'font-size')],
      ['fontColor', '#112233', 'rgb(17, 34, 51)', style('custom-control', 'color')],
      ['textAlign', 'right', 'right', style('custom-control', 'text-align')],
      ['textDecoration', 'underline', 'underline', style('custom-control', 'text-decoration-line')],
    ],
    { beside: control },
  );

/** The submit button, but for where it is put. */
export const submitLooks = (rows: readonly Row[]): Look[] =>
  inGroup(
    'submitBtnStyle',
    [
      ['name', '同意并登录', '同意并登录', text('submit')],
      ['fontColor', '#FFFF00', 'rgb(255, 255, 0)', style('submit', 'color')],
      ['fontSize', '18px', '18px', style('submit', 'font-size')],
      ['textAlign', 'left', 'left', style('submit', 'text-align')],
      ['bgColor', '#112233', 'rgb(17, 34, 51)', style('submit', 'background-color')],
      ['width', '200px', '200px', style('submit', 'width')],
      ['height', '60px', '60px', style('submit', 'height')],
      ['borderRadius', '12px', '12px', style('submit', 'border-top-left-radius')],
      ...rows,
    ],
    { level: '1' },
  );
