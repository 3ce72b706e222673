import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Package } from 'custom-elements-manifest';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { writeFrameworkTypes } from './framework-types.js';

/** Writes `dist/editor`: what editors and frameworks know of the elements, all of it from the manifest. */
export async function writeEditorData(rootDir: string): Promise<void> {
  const text = await readFile(join(rootDir, 'custom-elements.json'), 'utf8');
  // Every generator marks the manifest that it is given, so each gets its own, of the type that it knows.
  const forVsCode: Parameters<typeof generateVsCodeCustomElementData>[0] = JSON.parse(text);
  const forJetBrains: Parameters<typeof generateJetBrainsWebTypes>[0] = JSON.parse(text);
  const manifest: Package = JSON.parse(text);
  const outdir = join(rootDir, 'dist/editor');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  generateVsCodeCustomElementData(forVsCode, {
    ...{ outdir, hideLogs: true },
    ...{ htmlFileName: 'vscode.html-custom-data.json', cssFileName: 'vscode.css-custom-data.json' },
  });
  generateJetBrainsWebTypes(forJetBrains, { outdir, hideLogs: true, webTypesFileName: 'web-types.json' });
  await writeFrameworkTypes(manifest, outdir);
}
