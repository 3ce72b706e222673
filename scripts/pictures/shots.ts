import type { BrowserContextOptions } from 'playwright-core';
import { pageSample } from '../../test/documented-options.js';

/** One picture of an authorization screen. */
export interface Shot {
  name: string;
  /** The overview that it is shown in. */
  sheet: string;
  tag: 'ydrz-auth-layer' | 'ydrz-auth-page';
  /** Properties of the element. */
  settings: Readonly<Record<string, unknown>>;
  /** Custom properties of the element. */
  css?: Readonly<Record<string, string>>;
  language: 'zh-CN' | 'en' | 'ar';
  context: BrowserContextOptions;
  /** Digits typed before the picture is taken. */
  typed?: string;
}

export const phone = (width: number, height: number): BrowserContextOptions => ({
  ...{ viewport: { width, height }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
});

/** The guide's sample; its images are on the live service, which nothing here asks. */
const { logoStyle, returnBtnStyle, ...rest } = pageSample;
const sample = {
  ...rest,
  logoStyle: { ...logoStyle, url: '' },
  returnBtnStyle: { ...returnBtnStyle, url: '' },
};

/** The four presentations, the custom popup with and without its mask, with their options. */
const presentations = {
  'standard-popup': { tag: 'ydrz-auth-layer', options: { standardPopup: {} } },
  'custom-popup-masked': { tag: 'ydrz-auth-layer', options: { maskStyle: { ifShowMask: true } } },
  'custom-popup': { tag: 'ydrz-auth-layer', options: undefined },
  'custom-page': { tag: 'ydrz-auth-page', options: sample },
  'standard-page': { tag: 'ydrz-auth-page', options: undefined },
} as const;
type Presentation = keyof typeof presentations;
const isPresentation = (name: string): name is Presentation => name in presentations;
const names = Object.keys(presentations).filter(isPresentation);

const agreements = [
  { name: '青梨用户协议', url: '/terms.html#terms' },
  { name: '青梨隐私政策', url: '/terms.html#privacy' },
];

type More = Partial<Pick<Shot, 'css' | 'language' | 'context' | 'settings' | 'typed'>>;

/** A presentation at each of these levels. */
const shot = (sheet: string, name: Presentation, label: string, levels: string, more: More = {}): Shot[] =>
  Array.from(levels, (authLevel) => {
    const { tag, options } = presentations[name];
    const common = { maskPhone: '138****8000', operator: 'CM', appName: '青梨', agreements };
    return {
      ...{ language: 'zh-CN', ...more, sheet, tag, name: `${name}-level${authLevel}-${label}` },
      settings: { ...common, ...(options && { options }), authLevel, ...more.settings },
      context: { ...phone(390, 844), ...more.context },
    };
  });

/** Every presentation, level and language, light and dark, on the phone that most have. */
const matrix = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['zh-CN', 'en'] as const).flatMap((language) => {
    const label = `${language}-${colorScheme}`;
    return names.flatMap((name) => shot(label, name, label, '41', { language, context: { colorScheme } }));
  }),
);

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  'phone-320': phone(320, 568),
  'phone-430': phone(430, 932),
  'phone-landscape': phone(844, 390),
  'keyboard-open': phone(390, 420),
  tablet: phone(820, 1180),
  desktop: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false },
};

/** Texts twice as large as the defaults, as a reader with weak eyes sets them. */
const largeText = {
  '--ydrz-phone-font-size': '44px',
  '--ydrz-phone-num-font-size': '50px',
  '--ydrz-phone-num-input-width': '40px',
  '--ydrz-phone-num-input-height': '48px',
  '--ydrz-agree-font-size': '24px',
  '--ydrz-submit-btn-font-size': '28px',
  '--ydrz-tip-font-size': '22px',
  '--ydrz-auth-text-font-size': '26px',
  '--ydrz-title-font-size': '32px',
};
const refused = { error: '号码校验失败，请重新填写', attemptsLeft: 2 };

/** On other devices, in other states and for other readers: a popup and a page stand for the others. */
const pair = (['custom-popup-masked', 'standard-page'] as const).flatMap((name) => [
  ...Object.entries(devices).flatMap(([device, context]) => shot(device, name, device, '41', { context })),
  ...shot('states', name, 'typing', '4', { typed: '13' }),
  ...shot('states', name, 'agreement-missing', '4', { typed: '1380' }),
  ...shot('states', name, 'wrong-digits', '4', { settings: refused }),
  ...shot('states', name, 'pending', '41', { settings: { pending: true } }),
  ...shot('large-text', name, 'large-text', '41', { css: largeText }),
  ...shot('right-to-left', name, 'right-to-left', '41', { language: 'ar' }),
  ...shot('forced-colors', name, 'forced-colors', '41', { context: { forcedColors: 'active' } }),
]);

export const shots: readonly Shot[] = [...matrix, ...pair];
