import type { Settings } from './x-settings.js';

/** Media features that tests may emulate, by Playwright's names, with the values that can be had. */
const FEATURES = {
  colorScheme: { query: 'prefers-color-scheme', values: ['light', 'dark'] },
  reducedMotion: { query: 'prefers-reduced-motion', values: ['no-preference', 'reduce'] },
} as const;

type Feature = keyof typeof FEATURES;
export type Media = Readonly<Record<Feature, string>>;

/** A test begins with light colours and without motion, which is out of the way then. */
export const USUAL_MEDIA: Media = { colorScheme: 'light', reducedMotion: 'reduce' };

const isFeature = (name: string): name is Feature => name in FEATURES;

/** `media` with changes.
 * @throws {Error} for what cannot be emulated. */
export function changeMedia(media: Media, changes: Readonly<Record<string, unknown>>): Media {
  const changed: Record<Feature, string> = { ...media };
  for (const [name, value] of Object.entries(changes)) {
    const known = isFeature(name) && FEATURES[name].values.find((one) => one === value);
    if (!known) throw new Error(`WebKit cannot emulate ${name}: ${String(value)}`);
    changed[name] = known;
  }
  return changed;
}

/** The user's settings by which WebKitGTK comes to have these media. */
export const settingsFor = ({ colorScheme, reducedMotion }: Media): Settings => ({
  'Net/ThemeName': colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita',
  'Gtk/EnableAnimations': reducedMotion === 'reduce' ? 0 : 1,
});

/** A media query that is true of these media. */
export const queryFor = (media: Media): string =>
  [...Object.entries(media)]
    .flatMap(([name, value]) => (isFeature(name) ? [`(${FEATURES[name].query}: ${value})`] : []))
    .join(' and ');
