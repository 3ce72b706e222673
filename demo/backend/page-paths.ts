import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, '../pages');

/** The path of every page that the demo serves; a folder's `index.html` is served at the folder as well. */
export const pagePaths = (folder = PAGES): string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/')}`);
  const folders = paths
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  return [...new Set(['/', ...paths, ...folders])];
};
