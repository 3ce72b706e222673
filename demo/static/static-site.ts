// `npm run site [folder]`: documentation, playground and flow as static files, for any web host; default `site`.
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { STATIC_GATEWAY, settingsOf } from '../registered.js';

const rootDir = join(import.meta.dirname, '../..');
const site = resolve(process.argv[2] ?? 'site');

await rm(site, { recursive: true, force: true });
await cp(join(rootDir, 'demo/pages'), site, { recursive: true });
await Promise.all([
  cp(join(rootDir, 'dist/browser'), join(site, 'ydrz'), { recursive: true }),
  cp(join(rootDir, 'demo/static/start-worker.js'), join(site, 'start-worker.js')),
  build({
    absWorkingDir: rootDir,
    entryPoints: { 'service-worker': 'demo/static/service-worker.ts' },
    outdir: site,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  }),
]);
await cp(join(rootDir, 'dist/ydrz.min.js'), join(site, 'ydrz/ydrz.min.js'));
await writeFile(join(site, 'demo-settings.json'), JSON.stringify(settingsOf(STATIC_GATEWAY)));

// All pages are in the site's own folder, so what is beside them needs no path, wherever a host puts that folder.
const pages = (await readdir(site)).filter((name) => name.endsWith('.html'));
for (const name of pages) {
  const path = join(site, name);
  const html = await readFile(path, 'utf8');
  await writeFile(path, html.replace(/<head[^>]*>/, '$&\n    <script src="start-worker.js"></script>'));
}
console.log(`${pages.length} pages in ${site}`);
