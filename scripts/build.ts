// `npm run build`: everything that the package publishes, into `dist/`.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSiteData } from '../demo/data/site-data.js';
import { buildBundles } from './bundle/bundles.js';
import { buildDeclarations } from './bundle/declarations.js';
import { writeEditorData } from './bundle/editor-data.js';
import { writeEntryFolders } from './bundle/entry-folders.js';
import { writeIntegrity } from './bundle/integrity.js';
import { writeLicences } from './bundle/licences.js';
import { measureSizes, sizeLines } from './bundle/sizes.js';

const rootDir = join(import.meta.dirname, '..');

try {
  await import('./manifest.js');
  await rm(join(rootDir, 'dist'), { recursive: true, force: true });
  const [used] = await Promise.all([buildBundles(rootDir), buildDeclarations(rootDir)]);
  await Promise.all([writeLicences(rootDir, used), writeEntryFolders(rootDir)]);
  await Promise.all([writeIntegrity(rootDir), writeSiteData(rootDir), writeEditorData(rootDir)]);
  for (const line of sizeLines(await measureSizes(rootDir))) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
