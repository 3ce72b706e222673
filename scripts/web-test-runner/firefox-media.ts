import type { Browser, MediaFeature, Page } from 'puppeteer-core';

/** Firefox's preferences behind the media features that tests ask for; the first value is the one that it starts with. */
const FEATURES: Readonly<Record<string, { preference: string; values: Readonly<Record<string, number>> }>> = {
  'prefers-color-scheme': {
    preference: 'layout.css.prefers-color-scheme.content-override',
    values: { light: 1, dark: 0 },
  },
  'prefers-reduced-motion': {
    preference: 'ui.prefersReducedMotion',
    values: { 'no-preference': 0, reduce: 1 },
  },
};

/** The page that may set preferences, where it is allowed to by the arguments. */
const SETTINGS = 'about:config';

declare const Services: { prefs: { setIntPref(name: string, value: number): void } };

/** What Firefox is to be started with for `emulateMedia`: the settings are its first page. */
export const mediaArguments: readonly string[] = ['--remote-allow-system-access', SETTINGS];

/** The preferences to start with. */
export const mediaPreferences: Readonly<Record<string, number>> = Object.fromEntries(
  Object.values(FEATURES).flatMap(({ preference, values }) =>
    Object.values(values)
      .slice(0, 1)
      .map((value) => [preference, value]),
  ),
);

async function setPreference(browser: Browser, name: string, value: number): Promise<void> {
  const settings = (await browser.pages()).find((page) => page.url() === SETTINGS);
  if (!settings) throw new Error(`Firefox did not open ${SETTINGS}, by which media are emulated`);
  await settings.evaluate(
    (preference, number) => {
      Services.prefs.setIntPref(preference, number);
    },
    name,
    value,
  );
}

/** Media features cannot be emulated over BiDi before Firefox 159: set what they come from, for all pages. */
export async function emulateMedia(page: Page, features: readonly MediaFeature[]): Promise<void> {
  for (const { name, value } of features) {
    const feature = FEATURES[name];
    const number = feature?.values[value];
    if (!feature || number === undefined) throw new Error(`(${name}: ${value}) is not emulated in Firefox`);
    await setPreference(page.browser(), feature.preference, number);
    await page.waitForFunction((query) => matchMedia(query).matches, {}, `(${name}: ${value})`);
  }
}
