import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The business servers of `demo/servers`, in the order of the site's tabs: language → the files of its folder. */
const SERVERS: Readonly<Record<string, readonly string[]>> = {
  node: ['server.mjs', 'rate-limit.mjs'],
  java: ['Server.java'],
  go: ['server.go'],
  php: ['server.php'],
  python: ['server.py'],
};

/** The end-to-end tests of `demo/testing`, in the order of the site's tabs. */
const TESTS: Readonly<Record<string, string>> = {
  playwright: 'playwright.spec.mjs',
  puppeteer: 'puppeteer.test.mjs',
  webdriverio: 'webdriverio.test.mjs',
  // What all three test.
  shop: 'shop.mjs',
};

/** A file of the repository as the site shows it: whole and unchanged, so that readers see what the tests have run. */
interface SourceFile {
  /** From the repository's root. */
  path: string;
  code: string;
}

interface ServerSource {
  language: string;
  files: SourceFile[];
}

interface TestSource {
  tool: string;
  file: SourceFile;
}

const read = async (rootDir: string, path: string): Promise<SourceFile> => ({
  path,
  code: await readFile(join(rootDir, path), 'utf8'),
});

export const serverSources = (rootDir: string): Promise<ServerSource[]> =>
  Promise.all(
    Object.entries(SERVERS).map(async ([language, names]) => ({
      language,
      files: await Promise.all(names.map((name) => read(rootDir, `demo/servers/${language}/${name}`))),
    })),
  );

export const testSources = (rootDir: string): Promise<TestSource[]> =>
  Promise.all(
    Object.entries(TESTS).map(async ([tool, name]) => ({
      tool,
      file: await read(rootDir, `demo/testing/${name}`),
    })),
  );
