// `npm run pictures` takes pictures of the authorization screens and of whole logins into `.pictures/`, for a person to
// look at, and puts the overviews that the documentation shows into `demo/pictures/`. A part of a name takes only those.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { startDemo } from '../demo/start-demo.js';
import { findBrowser, sandboxArguments } from './browser/find-browser.js';
import { buildBrowserModules } from './bundle/bundles.js';
import { takeLogins } from './pictures/login.js';
import { drawSheet, type Tile } from './pictures/sheet.js';
import { shots, type Shot } from './pictures/shots.js';

const root = join(import.meta.dirname, '..');
const everything = join(root, '.pictures');
const shown = join(root, 'demo/pictures');

/** Overviews that stand in the documentation. */
const SHOWN: ReadonlySet<string> = new Set(['zh-CN-light', 'zh-CN-dark', 'en-light', 'en-dark']);

/** A page with a little of an application on it, for the screens to lie over. */
const pageOf = ({ language }: Shot) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
  <style>
    html { color-scheme: light dark; font-family: system-ui, 'Noto Sans CJK SC', sans-serif; }
    body { margin: 0; padding: 24px 0; }
    h1, p { margin: 0 24px 16px; }
  </style>
  <script type="module" src="/ydrz/ydrz-elements.js"></script>
  <h1>青梨</h1>
  <p>清早采摘，中午上桌。</p>
</html>`;

async function take(browser: Browser, origin: string, shot: Shot): Promise<Buffer> {
  const context = await browser.newContext({ ...shot.context, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.route('**/picture.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: pageOf(shot) }),
    );
    await page.goto(`${origin}/picture.html`);
    const { tag, settings, css = {} } = shot;
    await page.evaluate(
      async ({ tag, settings, css }) => {
        await customElements.whenDefined(tag);
        const view = document.createElement(tag);
        Object.assign(view, settings);
        for (const [name, value] of Object.entries(css)) view.style.setProperty(name, value);
        document.body.append(view);
        if ('show' in view && typeof view.show === 'function') await view.show();
      },
      { tag, settings, css },
    );
    await page.locator(`${tag} .screen`).waitFor();
    if (shot.typed) await page.keyboard.type(shot.typed);
    // Texts of another language than the first arrive by themselves.
    await page.waitForLoadState('networkidle');
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chrome or Chromium found: `npm test` installs one');
const wanted = process.argv[2] ?? '';
const dist = await mkdtemp(join(tmpdir(), 'ydrz-pictures-'));
const browser = await chromium.launch({ executablePath, args: sandboxArguments(executablePath) });
await buildBrowserModules(root, join(dist, 'browser'));
const demo = await startDemo({ dist });
try {
  await mkdir(everything, { recursive: true });
  await mkdir(shown, { recursive: true });
  const sheets = new Map<string, Tile[]>();
  for (const shot of shots.filter(({ sheet, name }) => `${sheet}/${name}`.includes(wanted))) {
    const tile = { label: shot.name, png: await take(browser, demo.backend.url, shot) };
    sheets.set(shot.sheet, [...(sheets.get(shot.sheet) ?? []), tile]);
  }
  if ('login'.includes(wanted)) {
    for await (const tile of takeLogins(browser, demo.backend.url)) {
      sheets.set('login', [...(sheets.get('login') ?? []), tile]);
    }
  }
  for (const { label, png } of [...sheets.values()].flat()) {
    await writeFile(join(everything, `${label}.png`), png);
  }
  for (const [sheet, tiles] of sheets) {
    await writeFile(join(everything, `${sheet}.webp`), await drawSheet(browser, tiles, 640));
    if (SHOWN.has(sheet) && !wanted) {
      await writeFile(join(shown, `screens-${sheet}.webp`), await drawSheet(browser, tiles, 420));
    }
  }
  console.log(
    `${String([...sheets.values()].flat().length)} pictures and ${String(sheets.size)} overviews in .pictures/`,
  );
} finally {
  await browser.close();
  await demo.close();
  await rm(dist, { recursive: true, force: true });
}
