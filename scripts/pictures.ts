// `npm run pictures` takes pictures of the authorization screens and of whole logins into `.pictures/`, for a person to
// look at, and puts the overviews of all presentations into `demo/pictures/`. A part of a name takes only those.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startDemo } from '../demo/start-demo.js';
import { launchChromium } from '../test/services/chromium.js';
import { phone, shots } from './pictures/shots.js';
import { drawSheet, takeLogin, takeScreen, type Tile } from './pictures/take.js';

const root = join(import.meta.dirname, '..');
/** Overviews that are kept with the sources. */
const KEPT: ReadonlySet<string> = new Set(['zh-CN-light', 'zh-CN-dark', 'en-light', 'en-dark']);

const wanted = process.argv[2] ?? '';
const browser = await launchChromium();
const demo = await startDemo();
const origin = demo.backend.url;

const onPage = async <Taken>(context: BrowserContextOptions, take: (page: Page) => Promise<Taken>) => {
  const page = await browser.newPage({ ...context, reducedMotion: 'reduce' });
  try {
    return await take(page);
  } finally {
    await page.close();
  }
};

try {
  await mkdir(join(root, '.pictures'), { recursive: true });
  const sheets = new Map<string, Tile[]>();
  const keep = (sheet: string, label: string, png: Buffer) =>
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), { label, png }]);
  for (const shot of shots.filter(({ sheet, name }) => `${sheet}/${name}`.includes(wanted)))
    keep(shot.sheet, shot.name, await onPage(shot.context, (page) => takeScreen(page, origin, shot)));
  for (const variant of 'login'.includes(wanted) ? KEPT : []) {
    const [, language = '', scheme] = /(.*)-(light|dark)$/.exec(variant) ?? [];
    const context = { ...phone(390, 844), colorScheme: scheme === 'dark' ? scheme : 'light' } as const;
    const pictures = await onPage(context, (page) => takeLogin(page, origin, language));
    pictures.forEach((png, index) => keep('login', `login-${variant}-${index + 1}`, png));
  }
  for (const [sheet, tiles] of sheets) {
    for (const { label, png } of tiles) await writeFile(join(root, `.pictures/${label}.png`), png);
    await writeFile(join(root, `.pictures/${sheet}.webp`), await drawSheet(browser, tiles, 640));
    if (KEPT.has(sheet) && !wanted)
      await writeFile(
        join(root, `demo/pictures/screens-${sheet}.webp`),
        await drawSheet(browser, tiles, 420),
      );
  }
  console.log(`${[...sheets.values()].flat().length} pictures and ${sheets.size} overviews in .pictures/`);
} finally {
  await browser.close();
  await demo.close();
}
