// `npm run readme` writes what the README prints of tested files; `npm run readme:check` fails when it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_CARRIERS, CHINA_MOBILE, headerOf } from '../test/frameworks/policies.js';
import { isTried, type Tried } from '../test/reach/tried.js';

const rootDir = join(import.meta.dirname, '..');

const read = (file: string): Promise<string> => readFile(join(rootDir, file), 'utf8');

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

/** A file that a test runs, whole. */
const file = (language: string, path: string) => async (): Promise<string> =>
  fenced(language, await read(`test/frameworks/apps/${path}`));

/** The tags for pages with no build step, with the hashes of the built files. */
const tags = async (): Promise<string> => {
  const integrity: unknown = JSON.parse(await read('dist/integrity.json'));
  const hashes = new Map<string, unknown>(Object.entries(integrity ?? {}));
  const tag = (kind: string, src: string, path: string) => `<script
  ${kind}
  src="/assets/${src}"
  integrity="${String(hashes.get(path))}"
  crossorigin="anonymous"
></script>`;
  const module = tag('type="module"', 'login.js', 'dist/browser/login.js');
  const classic = tag('defer', 'ydrz.min.js', 'dist/ydrz.min.js');
  const or = '<!-- or, for old web views and for pages on the official script -->';
  return fenced('html', [module, or, classic].join('\n'));
};

/** What was tried, a line each for engines, for frameworks and for what reads the types, with the day of the youngest run. */
const tried =
  (engines: string, frameworks: string, types: string, on: string, comma: string) =>
  async (): Promise<string> => {
    const value: unknown = JSON.parse(await read('test/reach/tried.json'));
    const rows = [value].flat().filter(isTried);
    const list = (kind: Tried['kind'], version: (full: string) => string) =>
      rows
        .filter((row) => row.kind === kind)
        .map((row) => `${row.name} ${version(row.version)}`)
        .join(comma);
    const days = rows.map(({ date }) => date).sort();
    return `- ${engines}${list('engine', (full) => full.replace(/\..*/, ''))}
- ${frameworks}${list('framework', (full) => full)}
- ${types}${list('types', (full) => full)}

${on} ${days.at(-1) ?? ''}`;
  };

const policy = (text: string) => () => Promise.resolve(fenced('http', `Content-Security-Policy: ${text}`));

/** What stands between `<!-- generated:name -->` and `<!-- /generated -->`. */
const BLOCKS: Readonly<Record<string, () => Promise<string>>> = {
  react: file('tsx', 'react/Login.tsx'),
  before: file('css', 'react-server/before.css'),
  preact: file('tsx', 'preact/Login.tsx'),
  solid: file('tsx', 'solid/Login.tsx'),
  vue: file('vue', 'vue/Login.vue'),
  'vue-config': file('js', 'vue/vite.config.js'),
  svelte: file('svelte', 'svelte/Login.svelte'),
  form: file('html', 'cms/index.html'),
  tags,
  tried: tried(
    'Engines: ',
    'Frameworks and build tools: ',
    'Types, without `skipLibCheck`, by `moduleResolution` `node` and `node16`: ',
    'Last tried on',
    ', ',
  ),
  'tried-zh': tried(
    '内核：',
    '框架和构建工具：',
    '类型（关闭 `skipLibCheck`，`moduleResolution` 为 `node` 和 `node16`）：',
    '最近一次实测：',
    '、',
  ),
  'policy-cm': policy(headerOf(CHINA_MOBILE)),
  'policy-all': policy(headerOf(ALL_CARRIERS)),
};

const MARKED = /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

for (const readme of ['README.md', 'README.zh-CN.md']) {
  const before = await read(readme);
  let after = before;
  for (const [block, start = '', name = '', end = ''] of before.matchAll(MARKED)) {
    const write = BLOCKS[name];
    if (!write) throw new Error(`Nothing writes the block "${name}"`);
    const text = await write();
    after = after.replace(block, () => `${start}\n${text}\n\n${end}`);
  }
  if (before === after) continue;
  if (process.argv.includes('--check')) {
    console.error(`${readme} is stale: run \`npm run build && npm run readme\` and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(join(rootDir, readme), after);
    console.log(`${readme} is written`);
  }
}
