// Before the tests of the package and of the framework pages: their builders, and the packed package where the pages find it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '../package/installed.js';
import { installPackage } from './apps.js';

const HERE = import.meta.dirname;

if (!existsSync(join(HERE, 'node_modules/.bin/vite'))) {
  console.log('Installing the builders of the framework pages…');
  await succeed(HERE, 'npm', 'ci', '--no-audit', '--no-fund');
}
await installPackage();
