// Runs the Node tests: all of them, or the files named on the command line.
// Node 20's `--test` takes no patterns, and `.ci/run` needs the counts on one line.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const ROOMS = ['src', 'test', 'demo', 'bench', 'scripts'];

function findTests(): string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.node.test.ts') && !name.includes('node_modules'))
      .map((name) => join(room, name)),
  ).sort();
}

const named = process.argv.slice(2);
const files = (named.length > 0 ? named : findTests()).map((file) => resolve(file));

const totals = new Map<string, number>();
const stream = run({ files, concurrency: Math.min(2, availableParallelism()) });
stream.on('test:diagnostic', ({ message }) => {
  const [, name, count] = /^(tests|pass|fail|cancelled) (\d+)$/.exec(message) ?? [];
  // The runner's own totals come last, so they win over anything that a test has said.
  if (name !== undefined) totals.set(name, Number(count));
});
stream.pipe(new spec()).pipe(process.stdout);
stream.on('end', () => {
  const failed = (totals.get('fail') ?? 0) + (totals.get('cancelled') ?? 0);
  if (failed > 0 || (totals.get('tests') ?? 0) === 0) process.exitCode = 1;
  process.on('exit', () => {
    console.log(`\n[node] ${totals.get('pass') ?? 0} passed, ${failed} failed`);
  });
});
