// Asks the registry for known vulnerabilities of what stands in the lockfile.
import { spawnSync } from 'node:child_process';
import { verdictOn } from './audit/verdict.js';

/** What users get: the dependencies with their own, and crypto-js, which is built in. */
const SHIPPED: ReadonlySet<string> = new Set([
  ...[
    'lit',
    'lit-html',
    'lit-element',
    '@lit/reactive-element',
    '@lit-labs/ssr-dom-shim',
    '@types/trusted-types',
  ],
  'crypto-js',
]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: 60_000 });
const { passed, lines } = verdictOn(parse(stdout), SHIPPED);
for (const line of lines) console.log(line);
if (!passed) process.exitCode = 1;
