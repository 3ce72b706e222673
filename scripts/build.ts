// `npm run build`: everything that the package publishes, into `dist/`.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBundles } from './bundle/bundles.js';
import { buildDeclarations } from './bundle/declarations.js';
import { writeEditorData } from './bundle/editor-data.js';
import { writeIntegrity } from './bundle/integrity.js';
import { checkManifest } from './bundle/manifest.js';
import { writeSiteData } from './bundle/site-data.js';
import { reportSizes } from './bundle/sizes.js';

const rootDir = join(import.meta.dirname, '..');

try {
  await checkManifest(rootDir);
  await rm(join(rootDir, 'dist'), { recursive: true, force: true });
  await Promise.all([buildBundles(rootDir), buildDeclarations(rootDir)]);
  await Promise.all([writeIntegrity(rootDir), writeSiteData(rootDir), writeEditorData(rootDir)]);
  await reportSizes(rootDir);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
