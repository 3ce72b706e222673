import { build } from 'esbuild';
import { LOADS } from '../scripts/bundle/loads.js';
import { mergeChunks } from '../scripts/bundle/merge-chunks.js';
import { MODULE_BROWSERS, MODULE_SYNTAX, shared } from '../scripts/bundle/settings.js';

/** Where a page stands that has one of these buttons, and nothing else that could be painted. */
export const FLOORS = {
  native: '/native.html',
  lit: '/lit.html',
  ydrz: '/ydrz.html',
} as const;

/** The page of logins and screens. */
export const LOGIN_PAGE = '/login.html';

const NATIVE = `
  customElements.define('bare-button', class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement('button');
      button.textContent = this.getAttribute('label');
      this.attachShadow({ mode: 'open' }).append(button);
    }
  });
`;

const html = (script: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>bench</title><script type="module" src="${script}"></script><body>${body}`;

/** Every page and script of the bench, by path: the elements are bundled as a page's bundler does it, in chunks. */
export const buildPages = async (rootDir: string): Promise<ReadonlyMap<string, string>> => {
  const lit = LOADS.flatMap(({ name, start }) =>
    name === 'bare-lit' && 'text' in start ? [start.text] : [],
  );
  const options = shared(rootDir);
  const common = { sourcemap: false, legalComments: 'none', minify: true, write: false } as const;
  const entries = { ydrz: 'src/login/define.ts', layer: 'src/views/define-auth-layer.ts' };
  const [bare, elements] = await Promise.all([
    build({
      ...options,
      ...common,
      stdin: { contents: lit.join('\n'), resolveDir: rootDir },
      outdir: rootDir,
      format: 'esm',
      target: MODULE_BROWSERS,
      supported: MODULE_SYNTAX,
    }),
    build({
      ...options,
      ...common,
      entryPoints: entries,
      outdir: rootDir,
      splitting: true,
      format: 'esm',
      target: MODULE_BROWSERS,
      supported: MODULE_SYNTAX,
    }),
  ]);
  const files = new Map<string, string>([
    ['/native.js', NATIVE],
    ['/lit.js', bare.outputFiles.map(({ text }) => text).join('')],
    [FLOORS.native, html('/native.js', '<bare-button label="本机号码一键登录"></bare-button>')],
    [FLOORS.lit, html('/lit.js', '<bare-button label="本机号码一键登录"></bare-button>')],
    [FLOORS.ydrz, html('/ydrz.js', '<ydrz-login></ydrz-login>')],
    [LOGIN_PAGE, html('/ydrz.js', '')],
  ]);
  const merged = await mergeChunks(elements.outputFiles, {
    entries: Object.keys(entries),
    outdir: rootDir,
    hollow: false,
  });
  for (const { path, text } of merged) files.set(path.slice(rootDir.length), text);
  return files;
};
