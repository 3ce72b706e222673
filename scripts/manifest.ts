// `npm run manifest` writes custom-elements.json; `npm run manifest:check` fails when it is stale.
import { join } from 'node:path';
import { checkManifest, writeManifest } from './bundle/manifest.js';

const rootDir = join(import.meta.dirname, '..');
await (process.argv.includes('--check') ? checkManifest(rootDir) : writeManifest(rootDir));
