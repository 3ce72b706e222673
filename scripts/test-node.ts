// Runs the Node tests: all but the slow ones; or the files that are named on the command line; or the slow tests in a folder that is
// named. Node 20's `--test` takes no patterns, and `.ci/run` needs the counts on one line.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { findBrowser } from './browser/find-browser.js';
import { shareChromium } from '../test/services/chromium.js';

const ROOMS = ['src', 'test', 'demo', 'bench', 'scripts'];

/** Runs all unit tests in one process: they take less time than starting a process for each file would. */
const UNIT_TESTS = join(import.meta.dirname, 'unit-tests.ts');

if (!existsSync('dist/index.js'))
  throw new Error('Not built, and what was built is tested: run `npm run build` first');

const find = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .sort();

const named = process.argv
  .slice(2)
  .flatMap((name) => (statSync(name).isDirectory() ? find(name, '.slow.test.ts') : [name]));
const all = ROOMS.flatMap((room) => find(room, '.node.test.ts'));
/** The tests in `src`, without those of the commands, which wait for processes of their own. */
const isUnit = (file: string): boolean => /^src\/(?!cli)/.test(file.replaceAll('\\', '/'));

const files = named.length > 0 ? named : [...all.filter((file) => !isUnit(file)), UNIT_TESTS];
if (named.length === 0) {
  const units = all.filter(isUnit).map((file) => `./${relative(import.meta.dirname, resolve(file))}`);
  process.env['UNIT_TESTS'] = units.join('\n');
}

// One browser for all files; a file that is run by itself starts its own if it needs one.
const browser = files.length > 1 && findBrowser() ? await shareChromium() : undefined;

const totals = new Map<string, number>();
const stream = run({
  files: files.map((file) => resolve(file)),
  concurrency: Math.min(2, availableParallelism()),
});
stream.on('test:diagnostic', ({ message }) => {
  const [, name, count] = /^(tests|pass|fail|cancelled) (\d+)$/.exec(message) ?? [];
  // The runner's own totals come last, so they win over anything that a test has said.
  if (name !== undefined) totals.set(name, Number(count));
});
stream.pipe(new spec()).pipe(process.stdout);
stream.on('end', () => {
  void browser?.close();
  const failed = (totals.get('fail') ?? 0) + (totals.get('cancelled') ?? 0);
  if (failed > 0 || (totals.get('tests') ?? 0) === 0) process.exitCode = 1;
  process.on('exit', () => {
    console.log(`\n[node] ${totals.get('pass') ?? 0} passed, ${failed} failed`);
  });
});
