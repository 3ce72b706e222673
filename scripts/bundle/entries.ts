/** One importable entry of the package: `ydrz-elements/<name>`, or `ydrz-elements` for `index`. */
export interface Entry {
  name: string;
  source: string;
}

/** The entries that run in a page. They are built together, so that what they share is one chunk and one class. */
export const PAGE_ENTRIES: readonly Entry[] = [
  { name: 'index', source: 'src/index.ts' },
  { name: 'login', source: 'src/login/define.ts' },
  { name: 'auth-layer', source: 'src/views/define-auth-layer.ts' },
  { name: 'auth-page', source: 'src/views/define-auth-page.ts' },
  { name: 'elements', source: 'src/elements.ts' },
  { name: 'core', source: 'src/core.ts' },
  { name: 'legacy', source: 'src/legacy/index.ts' },
];

/** The entry for the business's server. */
export const SERVER_ENTRY: Entry = { name: 'server', source: 'src/server/index.ts' };

/** For `<script type="module">` without a build step: the button, which fetches its screens when needed, and everything. */
export const BROWSER_ENTRIES: readonly Entry[] = [
  { name: 'login', source: 'src/login/define.ts' },
  { name: 'ydrz-elements', source: 'src/index.ts' },
];

/** The classic script that stands in for the three official tags. */
export const CLASSIC_ENTRY: Entry = { name: 'ydrz.min', source: 'src/legacy/classic.ts' };
