// `npm run reach -- vue chrome-73`: logs in on these framework pages and in these old engines alone, having installed what they need.
import { spawnSync } from 'node:child_process';
import { install } from '../frameworks/apps.js';
import { ALL, pagesOf } from './names.js';

const names = process.argv.slice(2);
if (names.length === 0 || !names.every((name) => ALL.includes(name))) {
  console.error(`Name some of: ${ALL.join(' ')}`);
  process.exit(1);
}
await install(pagesOf(names));
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/test-node.ts', 'test/reach/named.ts'],
  { stdio: 'inherit', env: { ...process.env, REACH: names.join(' ') } },
);
process.exitCode = status ?? 1;
