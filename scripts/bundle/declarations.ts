import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Writes the type declarations into `dist/types`. */
export async function buildDeclarations(rootDir: string): Promise<void> {
  const compiler = join(rootDir, 'node_modules/typescript-native/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: rootDir,
  }).catch((error: unknown) => {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`The declarations do not compile:\n${output}`, { cause: error });
  });
}
