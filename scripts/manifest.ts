// `npm run manifest`, and the first step of the build: writes custom-elements.json from the sources. In CI a stale one is an error.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const cwd = join(import.meta.dirname, '..');
const read = (): string => readFileSync(join(cwd, 'custom-elements.json'), 'utf8');

const before = read();
const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const settings = ['--config', 'custom-elements-manifest.config.mjs', '--quiet'];
execFileSync(process.execPath, [analyzer, 'analyze', ...settings], { cwd, stdio: 'inherit' });
if (process.env['CI'] && read() !== before)
  throw new Error('custom-elements.json is stale: commit what `npm run manifest` writes');
