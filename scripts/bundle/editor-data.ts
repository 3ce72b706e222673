import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import type { Package } from 'custom-elements-manifest';
import { elementsOf } from '../manifest/plugin.js';

/** The manifest in the words of each generator, which have types of their own for it. */
type Manifest = Package &
  Parameters<typeof generateVsCodeCustomElementData>[0] &
  Parameters<typeof generateJetBrainsWebTypes>[0];

const isManifest = (value: unknown): value is Manifest => value instanceof Object && 'modules' in value;

const parseManifest = (text: string): Manifest => {
  const manifest: unknown = JSON.parse(text);
  if (!isManifest(manifest)) throw new TypeError('custom-elements.json is no manifest');
  return manifest;
};

/** Puts the classes of the events among the exports, which is where the generator of props looks for types. */
function exportEvents(manifest: Package): Package {
  const events = elementsOf(manifest).flatMap(({ events = [] }) => events.map(({ type }) => type.text));
  const [module] = manifest.modules;
  for (const name of new Set(events))
    module?.exports?.push({ kind: 'js', name, declaration: { name, module: module.path } });
  return manifest;
}

/** Writes `dist/editor`: what editors and frameworks know of the elements, from the manifest, and our own types for frameworks. */
export async function writeEditorData(rootDir: string): Promise<void> {
  const text = await readFile(join(rootDir, 'custom-elements.json'), 'utf8');
  const outdir = join(rootDir, 'dist/editor');
  await cp(join(rootDir, 'src/frameworks'), outdir, { recursive: true });
  // So that a plain `import 'ydrz-elements/vue'` finds something when the program runs.
  for (const name of ['preact', 'solid', 'svelte', 'vue'])
    await writeFile(join(outdir, `${name}.js`), 'export {};\n');
  // Every generator marks the manifest that it is given, so each gets its own.
  const shared = { outdir, hideLogs: true };
  generateVsCodeCustomElementData(parseManifest(text), {
    ...shared,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(parseManifest(text), { ...shared, webTypesFileName: 'web-types.json' });
  const [fileName, globalTypePath] = ['props.d.ts', '../types/elements.js'];
  generateJsxTypes(exportEvents(parseManifest(text)), { outdir, fileName, globalTypePath });
  // What comes after the props extends the types of frameworks, all of which would have to be installed.
  const props = await readFile(join(outdir, fileName), 'utf8');
  await writeFile(join(outdir, fileName), props.slice(0, props.indexOf('declare module "react"')));
}
