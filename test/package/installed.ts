import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = join(import.meta.dirname, '../..');

/** What a program printed, and whether it ended well. */
export interface Ended {
  ok: boolean;
  output: string;
}

/** Run a program to its end. */
export async function end(cwd: string, program: string, ...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(program, args, { cwd, maxBuffer: 50_000_000 });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const parts =
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? [error.stdout, error.stderr]
        : [error];
    return { ok: false, output: parts.map(String).join('\n') };
  }
}

/** Run a program to its end; what it printed. @throws Error with what it printed when it fails. */
export async function succeed(cwd: string, program: string, ...args: string[]): Promise<string> {
  const { ok, output } = await end(cwd, program, ...args);
  if (!ok) throw new Error(`${program} ${args.join(' ')}\n${output}`);
  return output;
}

/** The package, packed; the path of the file. */
export async function pack(folder: string): Promise<string> {
  const output = await succeed(ROOT, 'npm', 'pack', '--json', '--silent', '--pack-destination', folder);
  const [, file] = /"filename":\s*"([^"]+)"/.exec(output) ?? [];
  if (file === undefined) throw new Error(`npm pack printed no file name:\n${output}`);
  return join(folder, file);
}

/** An empty folder outside the repository into which the packed package was installed, and nothing else. */
export class Consumer {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** With what else is to be installed beside the package, from the registry. */
  static async create(...others: readonly string[]): Promise<Consumer> {
    const base = await mkdtemp(join(tmpdir(), 'ydrz-package-'));
    const folder = join(base, 'consumer');
    await mkdir(folder);
    await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const tarball = await pack(base);
    await succeed(
      folder,
      'npm',
      'install',
      '--prefer-offline',
      // Browsers are here already, or cannot be had.
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      tarball,
      ...others,
    );
    await cp(join(import.meta.dirname, 'consumer'), join(folder, 'src'), { recursive: true });
    return new Consumer(folder);
  }

  /** Where the package was installed. */
  get installed(): string {
    return join(this.folder, 'node_modules/ydrz-elements');
  }

  /** A JSON file of the installed package. */
  async readJson(file: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.installed, file), 'utf8'));
  }

  async write(file: string, text: string): Promise<string> {
    const path = join(this.folder, file);
    await writeFile(path, text);
    return path;
  }

  /** Run a module in Node, in the folder; what it printed. */
  async node(source: string): Promise<string> {
    return succeed(this.folder, process.execPath, '--input-type=module', '--eval', source);
  }

  async remove(): Promise<void> {
    await rm(join(this.folder, '..'), { recursive: true });
  }
}
