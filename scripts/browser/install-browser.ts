import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { findOnPath, OWN_FOLDER, OWN_PATH } from './find-browser.js';
import { run } from './run.js';

/** Carries a headless Chromium for 64-bit Linux inside its npm package; the last line of it for Node 20. */
const PACKED_CHROMIUM = '@sparticuz/chromium@143.0.4';

interface Source {
  /** Said to the user before anything is done. */
  what: string;
  fits: () => boolean;
  install: () => Promise<void>;
}

async function unpack(archive: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(archive),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o755 }),
  );
}

async function installPackedChromium(): Promise<void> {
  await mkdir(OWN_FOLDER, { recursive: true });
  const npm = ['install', '--prefix', OWN_FOLDER, '--no-save', '--no-package-lock', '--ignore-scripts'];
  await run('npm', [...npm, PACKED_CHROMIUM]);
  const archives = join(OWN_FOLDER, 'node_modules/@sparticuz/chromium/bin');
  const program = join(OWN_FOLDER, 'chromium');
  await unpack(join(archives, 'chromium.br'), program);
  // The libraries that a desktop has and a bare server lacks come with it.
  await unpack(join(archives, 'al2023.tar.br'), join(OWN_FOLDER, 'libraries.tar'));
  await run('tar', ['-xf', join(OWN_FOLDER, 'libraries.tar'), '-C', OWN_FOLDER]);
  const wrapper = join(OWN_FOLDER, 'chromium-headless-shell');
  const script = `#!/bin/sh
here=$(dirname "$0")
if ldd "$here/chromium" | grep -q 'not found'; then export LD_LIBRARY_PATH="$here/lib"; fi
exec "$here/chromium" "$@"
`;
  await writeFile(wrapper, script, { mode: 0o755 });
  await writeFile(OWN_PATH, wrapper);
}

async function installForTesting(): Promise<void> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error(`There is no Chrome for ${process.platform} ${process.arch}`);
  const browser = Browser.CHROMEHEADLESSSHELL;
  const buildId = await resolveBuildId(browser, platform, 'stable');
  const { executablePath } = await install({ browser, buildId, platform, cacheDir: OWN_FOLDER });
  await writeFile(OWN_PATH, executablePath);
}

/** In order of preference; the first that fits is used. */
const SOURCES: readonly Source[] = [
  {
    what: "Debian's chromium, with apt-get",
    fits: () => process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined,
    async install() {
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update', '-qq'], env);
      await run(
        'apt-get',
        ['install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', 'chromium'],
        env,
      );
    },
  },
  {
    what: `the Chromium in the npm package ${PACKED_CHROMIUM}`,
    fits: () => process.platform === 'linux' && process.arch === 'x64',
    install: installPackedChromium,
  },
  {
    what: 'Chrome for Testing, with @puppeteer/browsers',
    fits: () => true,
    install: installForTesting,
  },
];

/** Installs a browser the way that fits this machine and says which. */
export async function installBrowser(): Promise<void> {
  const source = SOURCES.find(({ fits }) => fits());
  if (source === undefined) throw new Error('There is no way to install a browser here');
  console.log(`No Chrome or Chromium found. Installing ${source.what} …`);
  await source.install();
}
