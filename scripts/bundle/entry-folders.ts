import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/**
 * Writes a folder with a package.json for each entry, such as `login/package.json`. Tools that know nothing of `exports` find
 * `ydrz-elements/login` by it: webpack 4 and Vue CLI 4, Parcel, TypeScript's `moduleResolution: node`.
 */
export async function writeEntryFolders(rootDir: string): Promise<void> {
  for (const [entry, files] of Object.entries(packageJson.exports)) {
    if (typeof files === 'string' || entry === '.') continue;
    const main = 'node' in files ? files.node : files.default;
    const fields = { main, module: files.default, types: files.types };
    const content = JSON.stringify(fields, null, 2).replaceAll('"./', '"../');
    await mkdir(join(rootDir, entry), { recursive: true });
    await writeFile(join(rootDir, entry, 'package.json'), `${content}\n`);
  }
}
