// `npm run bench`: measures everything in one run, prints the table, and writes it with its chart into the documentation.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureEntries, measureSizes } from '../scripts/bundle/sizes.js';
import { chartOf } from './chart.js';
import { measureClickToScreen } from './click-to-screen.js';
import { launch } from './phone.js';
import { CHINESE_NAMES } from './readme-words.js';
import { writeReadme } from './readme.js';
import { tableOf, type Results } from './report.js';
import { measureScreen } from './screen.js';
import { startSite } from './site.js';
import { measureTimeToShow } from './time-to-show.js';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'demo/pages/speed');

/** For a look at the bench itself: too few rounds to say anything. */
const short = process.argv.includes('--short');

const machineName = (): string => {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
};

const site = await startSite();
const browser = await launch();
try {
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineName(),
    browser: `Chromium ${browser.version()}`,
    command: 'npm run bench',
    chineseNames: CHINESE_NAMES,
    sizes: await measureSizes(ROOT),
    entries: await measureEntries(ROOT),
    timeToShow: await measureTimeToShow(browser, site.url, { rounds: short ? 1 : 25, slower: 6 }),
    clickToScreen: await measureClickToScreen(browser, site, short ? 1 : 5),
    screen: await measureScreen(browser, site.url, { rounds: short ? 1 : 15, slower: 4, count: 200 }),
  };
  console.log(tableOf(results));
  if (!short) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(join(FOLDER, 'results.txt'), `${tableOf(results)}\n`);
    await writeFile(join(FOLDER, 'click-to-screen.svg'), chartOf(results.clickToScreen, 150));
    await writeReadme(join(ROOT, 'README.md'), results, 'en');
    await writeReadme(join(ROOT, 'README.zh-CN.md'), results, 'zh-CN');
  }
} finally {
  await Promise.all([browser.close(), site.close()]);
}
