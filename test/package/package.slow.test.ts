import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BUNDLERS } from './bundle.js';
import { Consumer, end, ROOT } from './installed.js';

/** Every name that the package can be imported by; those with a `*` stand for files. */
const entriesOf = (manifest: unknown): string[] => {
  assert.ok(typeof manifest === 'object' && manifest && 'exports' in manifest);
  const { exports } = manifest;
  assert.ok(typeof exports === 'object' && exports);
  return Object.keys(exports).map((entry) => entry.replace(/^\./, 'ydrz-elements'));
};

/** A file behind each entry with a `*`. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['ydrz-elements/dist/browser/*', 'ydrz-elements/dist/browser/ydrz-elements.js'],
  ['ydrz-elements/dist/editor/*.json', 'ydrz-elements/dist/editor/web-types.json'],
]);

describe('the packed package', () => {
  let consumer: Consumer;
  let entries: string[] = [];

  before(async () => {
    assert.ok(existsSync(join(ROOT, 'dist/index.js')), 'Not built: run `npm run build` first');
    consumer = await Consumer.create();
    entries = entriesOf(await consumer.readJson('package.json')).map((entry) => EXAMPLES.get(entry) ?? entry);
  });
  after(() => consumer.remove());

  test('resolves every entry of its exports map', async () => {
    assert.ok(entries.length > 10);
    assert.ok(
      entries.every((entry) => !entry.includes('*')),
      'an entry with a * has no example',
    );
    const paths = await consumer.node(
      `for (const entry of ${JSON.stringify(entries)}) console.log(import.meta.resolve(entry));`,
    );
    for (const url of paths.trim().split('\n')) assert.ok(existsSync(new URL(url)), url);
  });

  test('exports nothing else', async () => {
    const code = await consumer.node(
      `await import('ydrz-elements/dist/types/index.d.ts').catch(({ code }) => console.log(code));`,
    );
    assert.equal(code.trim(), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test('holds the files that package.json names', async () => {
    const manifest = await consumer.readJson('package.json');
    assert.ok(typeof manifest === 'object' && manifest);
    const fields = new Map<string, unknown>(Object.entries(manifest));
    for (const name of ['main', 'module', 'types', 'unpkg', 'jsdelivr', 'customElements', 'web-types']) {
      const file = fields.get(name);
      assert.ok(typeof file === 'string' && existsSync(join(consumer.installed, file)), name);
    }
    const sideEffects = fields.get('sideEffects');
    assert.ok(Array.isArray(sideEffects));
    for (const file of sideEffects.map(String).filter((name) => !name.includes('*'))) {
      assert.ok(existsSync(join(consumer.installed, file)), `${file} in sideEffects`);
    }
  });

  test('is imported in Node, every script of it, with no DOM', async () => {
    // Files for a `<script>` tag have Lit for browsers in them.
    const scripts = entries.filter((entry) => !/\.json$|\/dist\//.test(entry));
    // One entry's scripts are made of React's components: whoever imports it has React. Nothing else may need more than Lit.
    const forReact = 'ydrz-elements/react';
    const importAll = (names: readonly string[]): Promise<string> =>
      consumer.node(`
      if ('document' in globalThis || 'customElements' in globalThis) throw new Error('There is a DOM');
      for (const entry of ${JSON.stringify(names)}) {
        const names = Object.keys(await import(entry));
        console.log(entry, names.join(' '));
      }`);
    const printed = await importAll(scripts.filter((entry) => entry !== forReact));
    const react = join(consumer.folder, 'node_modules/react');
    await symlink(join(ROOT, 'node_modules/react'), react);
    assert.match(await importAll([forReact]), /^ydrz-elements\/react .*\w/m);
    await rm(react);
    assert.match(printed, /^ydrz-elements\/elements .*\bYdrzLoginElement\b/m);
    assert.match(printed, /^ydrz-elements\/core .*\brunLogin\b/m);
    assert.match(printed, /^ydrz-elements\/server .*\bcreateHandler\b/m);
    assert.match(printed, /^ydrz-elements\/legacy .*\bYDRZAuthLogin\b/m);
  });

  const programs = [
    { version: '6', folder: ROOT, resolutions: ['bundler', 'node16', 'nodenext'] },
    { version: '5.9', folder: join(ROOT, 'test/frameworks'), resolutions: ['bundler', 'nodenext'] },
  ];
  for (const { version, folder, resolutions } of programs) {
    for (const resolution of resolutions) {
      test(`has types for strict programs: TypeScript ${version}, ${resolution}`, async () => {
        const compiler = createRequire(join(folder, 'package.json')).resolve('typescript/bin/tsc');
        for (const [file, lib] of [
          ['elements.ts', 'es2023,dom,dom.iterable'],
          ['server.ts', 'es2023,webworker'],
        ] as const) {
          const { ok, output } = await end(
            consumer.folder,
            ...[process.execPath, compiler, '--noEmit', '--strict', '--exactOptionalPropertyTypes'],
            ...['--noUncheckedIndexedAccess', '--verbatimModuleSyntax', '--skipLibCheck', 'false'],
            ...['--target', 'es2022', '--lib', lib, `src/${file}`, '--moduleResolution', resolution],
            ...['--module', resolution === 'bundler' ? 'esnext' : resolution],
          );
          assert.ok(ok, output);
        }
      });
    }
  }

  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    test(`is shaken by ${name}: the classes register nothing, what registers stays`, async () => {
      let count = 0;
      const code = async (source: string) =>
        bundle(await consumer.write(`${name}-${String(++count)}.js`, source));
      const registers = /customElements\.define\(/;

      const unused = await code("import 'ydrz-elements/elements';\nconsole.log('mine');");
      assert.match(unused, /mine/);
      assert.ok(unused.length < 1000, `an unused import leaves ${String(unused.length)} bytes`);

      const error = await code(
        "import { YdrzError } from 'ydrz-elements/elements';\nconsole.log(YdrzError);",
      );
      assert.match(error, /YdrzError/);
      assert.doesNotMatch(error, registers);
      assert.ok(error.length < 6000, `the error type alone takes ${String(error.length)} bytes`);

      const classes = await code("export { YdrzLoginElement } from 'ydrz-elements/elements';");
      assert.match(classes, /credentials-url/);
      assert.doesNotMatch(classes, registers);

      for (const entry of ['ydrz-elements', 'ydrz-elements/login', 'ydrz-elements/auth-layer']) {
        assert.match(await code(`import '${entry}';`), registers, entry);
      }
    });
  }

  test('says whose work is built in, in its licences, which every file that a page loads names', async () => {
    const licences = await readFile(join(consumer.installed, 'THIRD-PARTY-LICENSES'), 'utf8');
    assert.match(licences, /^crypto-js\n\n.*MIT.*Jeff Mott/ms);
    assert.match(licences, /^lit\n\nBSD 3-Clause License/m);
    const browser = join(consumer.installed, 'dist/browser');
    const files = (await readdir(browser)).map((name) => join(browser, name));
    for (const file of [...files, join(consumer.installed, 'dist/ydrz.min.js')]) {
      assert.match(
        await readFile(file, 'utf8'),
        /^\/\*! ydrz-elements; see THIRD-PARTY-LICENSES \*\/$/m,
        file,
      );
    }
  });

  test('has what its READMEs link to', async () => {
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = await readFile(join(consumer.installed, readme), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
      assert.deepEqual(
        links.filter((link) => !existsSync(join(consumer.installed, link))),
        [],
      );
    }
  });

  test('has a folder for each entry, for tools that know nothing of exports', async () => {
    for (const entry of entries.filter((name) => /^ydrz-elements\/[\w-]+$/.test(name))) {
      const folder = join(consumer.installed, entry.replace('ydrz-elements/', ''));
      const fields: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      assert.ok(typeof fields === 'object' && fields && 'main' in fields && 'types' in fields, entry);
      for (const file of Object.values(fields)) assert.ok(existsSync(join(folder, String(file))), entry);
    }
  });

  test('names the hash of each file for a script tag', async () => {
    const integrity = await consumer.readJson('dist/integrity.json');
    assert.ok(typeof integrity === 'object' && integrity);
    const hashes = Object.entries(integrity);
    assert.deepEqual(hashes.map(([file]) => file).sort(), [
      'dist/browser/login.js',
      'dist/browser/ydrz-elements.js',
      'dist/ydrz.min.js',
    ]);
    for (const [file, hash] of hashes) {
      const text = await readFile(join(consumer.installed, file));
      assert.equal(hash, `sha384-${createHash('sha384').update(text).digest('base64')}`, file);
    }
  });

  test('has no source maps: its modules are readable, and the maps would be more than all the rest', async () => {
    const files = await readdir(join(consumer.installed, 'dist'), { recursive: true });
    assert.deepEqual(
      files.filter((file) => file.endsWith('.map')),
      [],
    );
  });

  test('is clean by publint', async () => {
    const { ok, output } = await end(ROOT, process.execPath, 'node_modules/publint/src/cli.js', '--strict');
    assert.ok(ok, output);
  });

  test('has types that are not wrong', async () => {
    const tarball = (await end(join(consumer.folder, '..'), 'ls')).output
      .split('\n')
      .find((name) => name.endsWith('.tgz'));
    const { ok, output } = await end(
      ROOT,
      ...[process.execPath, 'node_modules/@arethetypeswrong/cli/dist/index.js'],
      ...[join(consumer.folder, '..', tarball ?? ''), '--profile', 'esm-only', '--no-emoji'],
      // Classic scripts and files for a browser, which nobody imports by a type.
      ...['--exclude-entrypoints', './dist/ydrz.min.js'],
    );
    assert.ok(ok, output);
  });
});
