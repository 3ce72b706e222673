import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { isExecutable } from '../../scripts/browser/find-browser.js';
import { ROOT, succeed } from '../package/installed.js';
import type { Engine } from './engines.js';

/** Apart from the project's dependencies: only these tests want them, and a machine without a browser. */
const CACHE = join(ROOT, 'node_modules/.cache/reach');

/** Names differ by release: `chromium.br`, `chromium-73.0.3679.0.br`. */
const IS_PROGRAM = /^chromium.*\.br$/;
/** The libraries that the system may lack; releases before 2 bring none. */
const IS_LIBRARIES = /^(?:aws|al2|al2023|swiftshader)\.tar\.br$/;

const inflate = async (from: string, to: string): Promise<void> => {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
};

const unpack = async (spec: string, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const tarball = await succeed(folder, 'npm', 'pack', spec, '--silent');
  await succeed(folder, 'tar', '-xzf', tarball.trim(), '--strip-components', '2', 'package/bin');
  await rm(join(folder, tarball.trim()));
  for (const file of await readdir(folder)) {
    if (IS_PROGRAM.test(file)) {
      await inflate(join(folder, file), join(folder, 'chromium'));
      await chmod(join(folder, 'chromium'), 0o755);
    } else if (IS_LIBRARIES.test(file)) {
      const tar = join(folder, file.replace('.br', ''));
      await inflate(join(folder, file), tar);
      await succeed(folder, 'tar', '-xf', tar);
      await rm(tar);
    }
    if (file.endsWith('.br')) await rm(join(folder, file));
  }
};

/** An engine that can be started. */
export interface Fetched {
  program: string;
  /** Where its own libraries are. */
  libraries: string;
}

/** Bring an engine here, once. @throws Error with what npm said where it cannot be had. */
export const fetchEngine = async ({ spec }: Pick<Engine, 'spec'>): Promise<Fetched> => {
  const folder = join(CACHE, spec.replace('/', '+'));
  const fetched = { program: join(folder, 'chromium'), libraries: join(folder, 'lib') };
  if (isExecutable(fetched.program)) return fetched;
  // Complete or not there at all, should this process be ended meanwhile.
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await unpack(spec, partial);
  await rename(partial, folder);
  return fetched;
};
