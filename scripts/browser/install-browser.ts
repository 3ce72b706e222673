import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchEngine } from '../../test/reach/fetch-engine.js';
import { findOnPath, OWN_FOLDER, OWN_PATH } from './find-browser.js';

/** Carries a headless Chromium for 64-bit Linux inside its npm package. This is the last version for Node 20. */
const PACKED_CHROMIUM = '@sparticuz/chromium@143.0.4';

interface Source {
  /** Said to the user before anything is done. */
  what: string;
  fits: () => boolean;
  install: () => Promise<void> | void;
}

async function installPackedChromium(): Promise<void> {
  const { program, libraries } = await fetchEngine({ spec: PACKED_CHROMIUM });
  const wrapper = join(OWN_FOLDER, 'chromium-headless-shell');
  // The package brings the libraries that a desktop has and a bare server lacks.
  const script = `#!/bin/sh
if ldd "${program}" | grep -q 'not found'; then export LD_LIBRARY_PATH="${libraries}"; fi
exec "${program}" "$@"
`;
  await mkdir(OWN_FOLDER, { recursive: true });
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

const aptGet = (...args: string[]): void => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env, stdio: 'inherit' });
};

/** In order of preference; the first that fits is used. */
const SOURCES: readonly Source[] = [
  {
    what: "Debian's chromium, with apt-get",
    fits: () => process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined,
    install() {
      aptGet('update');
      aptGet('install', '-y', '--no-install-recommends', 'chromium');
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
