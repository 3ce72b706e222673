import type { BrowserContextOptions } from 'playwright-core';
import { pageSample } from '../../test/documented-options.js';

/** One picture of an authorization screen. */
export interface Shot {
  name: string;
  /** Which group it is shown in on the overviews. */
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

const phone = (width: number, height: number): BrowserContextOptions => ({
  viewport: { width, height },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
});

const common = { maskPhone: '138****8000', operator: 'CM', appName: '青梨' };
const agreements = [
  { name: '青梨用户协议', url: '/terms.html#terms' },
  { name: '青梨隐私政策', url: '/terms.html#privacy' },
];

/** The four presentations; the custom popup with and without its mask. */
const presentations = {
  'standard-popup': {
    tag: 'ydrz-auth-layer',
    settings: { ...common, agreements, options: { standardPopup: {} } },
  },
  'custom-popup-masked': {
    tag: 'ydrz-auth-layer',
    settings: { ...common, agreements, options: { maskStyle: { ifShowMask: true } } },
  },
  'custom-popup': { tag: 'ydrz-auth-layer', settings: { ...common, agreements } },
  'custom-page': {
    tag: 'ydrz-auth-page',
    settings: { ...common, agreements, options: sampleWithoutImages() },
  },
  'standard-page': { tag: 'ydrz-auth-page', settings: { ...common, agreements } },
} as const;

/** The guide's sample; its images are on the live service, which nothing here asks. */
function sampleWithoutImages() {
  const { logoStyle, returnBtnStyle, ...rest } = pageSample;
  return { ...rest, logoStyle: { ...logoStyle, url: '' }, returnBtnStyle: { ...returnBtnStyle, url: '' } };
}

type Presentation = keyof typeof presentations;
const names: readonly Presentation[] = [
  'standard-popup',
  'custom-popup-masked',
  'custom-popup',
  'custom-page',
  'standard-page',
];

function shot(
  sheet: string,
  name: Presentation,
  label: string,
  level: '1' | '4',
  more: Partial<Omit<Shot, 'settings'>> & { settings?: Record<string, unknown> } = {},
): Shot {
  const { tag, settings } = presentations[name];
  return {
    language: 'zh-CN',
    ...more,
    sheet,
    name: `${name}-level${level}-${label}`,
    tag,
    settings: { ...settings, authLevel: level, ...more.settings },
    context: { ...phone(390, 844), ...more.context },
  };
}

const levels = ['4', '1'] as const;

/** Every presentation, level and language, light and dark, on the phone that most have. */
const matrix = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['zh-CN', 'en'] as const).flatMap((language) =>
    names.flatMap((name) =>
      levels.map((level) =>
        shot(`${language}-${colorScheme}`, name, `${language}-${colorScheme}`, level, {
          language,
          context: { colorScheme },
        }),
      ),
    ),
  ),
);

/** The two presentations that stand for the others: a popup and a page. */
const pair: readonly Presentation[] = ['custom-popup-masked', 'standard-page'];

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  'phone-320': phone(320, 568),
  'phone-430': phone(430, 932),
  'phone-landscape': phone(844, 390),
  'keyboard-open': phone(390, 420),
  tablet: phone(820, 1180),
  desktop: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false },
};

const onDevices = Object.entries(devices).flatMap(([device, context]) =>
  pair.flatMap((name) => levels.map((level) => shot(device, name, device, level, { context }))),
);

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

const states = pair.flatMap((name) => [
  shot('states', name, 'typing', '4', { typed: '13' }),
  shot('states', name, 'agreement-missing', '4', { typed: '1380' }),
  shot('states', name, 'wrong-digits', '4', {
    settings: { error: '号码校验失败，请重新填写', attemptsLeft: 2 },
  }),
  shot('states', name, 'pending', '4', { settings: { pending: true } }),
  shot('states', name, 'pending', '1', { settings: { pending: true } }),
]);

const readers = pair.flatMap((name) =>
  levels.flatMap((level) => [
    shot('large-text', name, 'large-text', level, { css: largeText }),
    shot('right-to-left', name, 'right-to-left', level, { language: 'ar' }),
    shot('forced-colors', name, 'forced-colors', level, { context: { forcedColors: 'active' } }),
  ]),
);

export const shots: readonly Shot[] = [...matrix, ...onDevices, ...states, ...readers];
