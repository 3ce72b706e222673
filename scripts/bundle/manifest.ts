import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const NAME = 'custom-elements.json';
const ANALYZER = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const CONFIG = 'custom-elements-manifest.config.mjs';

async function analyze(rootDir: string, outdir: string): Promise<void> {
  const folder = relative(rootDir, outdir) || '.';
  const analyzer = join(rootDir, ANALYZER);
  await promisify(execFile)(
    process.execPath,
    [analyzer, 'analyze', '--config', CONFIG, '--outdir', folder, '--quiet'],
    { cwd: rootDir },
  );
}

const readManifest = async (folder: string): Promise<string> =>
  (await readFile(join(folder, NAME), 'utf8').catch(() => '')).replaceAll('\r\n', '\n');

/** Writes `custom-elements.json` from the sources. */
export async function writeManifest(rootDir: string): Promise<void> {
  await analyze(rootDir, rootDir);
}

/** @throws Error when the checked-in `custom-elements.json` does not say what the sources say. */
export async function checkManifest(rootDir: string): Promise<void> {
  const folder = await mkdtemp(join(rootDir, 'node_modules/.manifest-'));
  try {
    await analyze(rootDir, folder);
    if ((await readManifest(folder)) !== (await readManifest(rootDir))) {
      throw new Error(`${NAME} is stale: run \`npm run manifest\` and commit it`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
