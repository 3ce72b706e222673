import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Package } from 'custom-elements-manifest';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { writeFrameworkTypes } from './framework-types.js';

/** The manifest in the words of each generator, which have types of their own for it. */
type Manifest = Package &
  Parameters<typeof generateVsCodeCustomElementData>[0] &
  Parameters<typeof generateJetBrainsWebTypes>[0];

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'modules' in value && Array.isArray(value.modules);

const parseManifest = (text: string): Manifest => {
  const manifest: unknown = JSON.parse(text);
  if (!isManifest(manifest)) throw new TypeError('custom-elements.json is no manifest');
  return manifest;
};

/** Writes `dist/editor`: what editors and frameworks know of the elements, all of it from the manifest. */
export async function writeEditorData(rootDir: string): Promise<void> {
  const text = await readFile(join(rootDir, 'custom-elements.json'), 'utf8');
  const outdir = join(rootDir, 'dist/editor');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  // Every generator marks the manifest that it is given, so each gets its own.
  generateVsCodeCustomElementData(parseManifest(text), {
    ...{ outdir, hideLogs: true },
    ...{ htmlFileName: 'vscode.html-custom-data.json', cssFileName: 'vscode.css-custom-data.json' },
  });
  generateJetBrainsWebTypes(parseManifest(text), {
    ...{ outdir, hideLogs: true },
    webTypesFileName: 'web-types.json',
  });
  await writeFrameworkTypes(parseManifest(text), outdir);
}
