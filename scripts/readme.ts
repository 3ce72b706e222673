// `npm run readme` writes what the README prints of tested files; `npm run readme:check` fails when it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_CARRIERS, CHINA_MOBILE, headerOf } from '../test/frameworks/policies.js';

const rootDir = join(import.meta.dirname, '..');
const READMES = ['README.md', 'README.zh-CN.md'];

const read = (file: string): Promise<string> => readFile(join(rootDir, file), 'utf8');

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

/** A file that a test runs, whole. */
const file =
  (language: string, path: string): (() => Promise<string>) =>
  async () =>
    fenced(language, await read(`test/frameworks/apps/${path}`));

/** The tags for pages with no build step, with the hashes of the built files. */
const tags = async (): Promise<string> => {
  const integrity: unknown = JSON.parse(await read('dist/integrity.json'));
  const hashes = new Map<string, unknown>(Object.entries(integrity ?? {}));
  const tag = (attributes: readonly string[], path: string) =>
    [
      '<script',
      ...[...attributes, `integrity="${String(hashes.get(path))}"`, 'crossorigin="anonymous"'].map(
        (attribute) => `  ${attribute}`,
      ),
      '></script>',
    ].join('\n');
  return fenced(
    'html',
    [
      tag(['type="module"', 'src="/assets/login.js"'], 'dist/browser/login.js'),
      '<!-- or, for old web views and for pages on the official script -->',
      tag(['defer', 'src="/assets/ydrz.min.js"'], 'dist/ydrz.min.js'),
    ].join('\n'),
  );
};

/** What stands between `<!-- generated:name -->` and `<!-- /generated -->`. */
const BLOCKS: Readonly<Record<string, () => Promise<string>>> = {
  react: file('tsx', 'react/Login.tsx'),
  'react-server': file('tsx', 'react-server/Login.tsx'),
  before: file('css', 'react-server/before.css'),
  preact: file('tsx', 'preact/Login.tsx'),
  solid: file('tsx', 'solid/Login.tsx'),
  vue: file('vue', 'vue/Login.vue'),
  'vue-config': file('js', 'vue/vite.config.js'),
  svelte: file('svelte', 'svelte/Login.svelte'),
  form: file('html', 'cms/index.html'),
  tags,
  'policy-cm': () => Promise.resolve(fenced('http', `Content-Security-Policy: ${headerOf(CHINA_MOBILE)}`)),
  'policy-all': () => Promise.resolve(fenced('http', `Content-Security-Policy: ${headerOf(ALL_CARRIERS)}`)),
};

const MARKED = /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/** @throws Error for a block that nobody writes. */
const refresh = async (text: string): Promise<string> => {
  const blocks = new Map<string, string>();
  for (const [, , name = ''] of text.matchAll(MARKED)) {
    const write = BLOCKS[name];
    if (!write) throw new Error(`Nothing writes the block "${name}"`);
    blocks.set(name, await write());
  }
  return text.replace(MARKED, (_all, before: string, name: string, after: string) =>
    [before, '\n', blocks.get(name) ?? '', '\n\n', after].join(''),
  );
};

for (const readme of READMES) {
  const before = await read(readme);
  const after = await refresh(before);
  if (before === after) continue;
  if (process.argv.includes('--check')) {
    console.error(`${readme} is stale: run \`npm run build && npm run readme\` and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(join(rootDir, readme), after);
    console.log(`${readme} is written`);
  }
}
