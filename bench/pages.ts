import { build } from 'esbuild';

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

/** The pages of the bench and the scripts of the two other buttons, by path; the package's own scripts are at `/ydrz/`. */
export const buildPages = async (rootDir: string): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    absWorkingDir: rootDir,
    entryPoints: ['bench/bare-lit.js'],
    outdir: rootDir,
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    format: 'esm',
    target: 'es2020',
  });
  return new Map<string, string>([
    ['/native.js', NATIVE],
    ['/lit.js', outputFiles.map(({ text }) => text).join('')],
    [FLOORS.native, html('/native.js', '<bare-button label="本机号码一键登录"></bare-button>')],
    [FLOORS.lit, html('/lit.js', '<bare-button label="本机号码一键登录"></bare-button>')],
    [FLOORS.ydrz, html('/ydrz/login.js', '<ydrz-login></ydrz-login>')],
    [LOGIN_PAGE, html('/ydrz/login.js', '')],
  ]);
};
