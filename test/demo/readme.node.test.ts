import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { launchChromium } from '../services/chromium.js';
import { serveSnippets, snippets } from './readme-page.js';

const ROOT = join(import.meta.dirname, '../..');
const READMES = ['README.md', 'README.zh-CN.md'];
const SCRIPT = '<script type="module" src="/assets/login.js"></script>\n';

interface Landing {
  path: string;
  text: string;
  /** The paths of the scripts that were fetched on the way. */
  scripts: readonly string[];
}

/** Log in on a page made of snippets, and say where that leads and what stands there. */
const logInOn = async (page: string, server: string): Promise<Landing> => {
  const [served, browser] = await Promise.all([serveSnippets(page, server), launchChromium()]);
  try {
    const tab = await browser.newPage();
    const scripts: string[] = [];
    tab.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await tab.goto(served.url);
    await tab.getByRole('button', { name: '一键登录' }).click();
    await tab.getByRole('textbox').fill('0013');
    const left = tab.waitForURL((url) => url.pathname !== '/');
    await tab.getByRole('checkbox').click();
    await left;
    return { path: new URL(tab.url()).pathname, text: (await tab.textContent('html')) ?? '', scripts };
  } finally {
    await browser.close();
    await served.close();
  }
};

/** The code without what each language says in its own words: comments, and texts for people. */
const untold = (code: string): string =>
  code.replace(/(?<=(?:^| )(?:#|\/\/) ).*$/gmu, '').replace(/\p{Script=Han}+|[A-Z][\w ]* SMS [\w ]*/gu, '');

describe('the READMEs', () => {
  it('have the same code in both languages', async () => {
    const [english, chinese] = await Promise.all(
      READMES.map(async (file) =>
        (await Promise.all(['sh', 'html', 'js'].map((language) => snippets(file, language))))
          .flat()
          .map(untold),
      ),
    );
    assert.ok(english && english.length >= 5);
    assert.deepEqual(chinese, english);
  });

  for (const file of READMES) {
    it(`${file}: page and server log a person in`, async () => {
      const [[page = ''], [server = '']] = await Promise.all([snippets(file, 'html'), snippets(file, 'js')]);
      assert.equal((await logInOn(page, server)).path, '/welcome');
    });

    it(`${file} links to files that are there`, async () => {
      const text = await readFile(join(ROOT, file), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
      assert.ok(links.length > 5);
      assert.deepEqual(
        links.filter((link) => !existsSync(join(ROOT, link))),
        [],
      );
    });
  }

  it('README.md: a version in the address of the script has nothing loaded twice', async () => {
    const [[page = ''], [server = '']] = await Promise.all([
      snippets('README.md', 'html'),
      snippets('README.md', 'js'),
    ]);
    const { path, scripts } = await logInOn(page.replace('/login.js', '/login.js?v=2'), server);
    assert.equal(path, '/welcome');
    assert.ok(scripts.includes('/assets/login.js'));
    assert.deepEqual(scripts, [...new Set(scripts)]);
  });

  it('README.md: the form logs a person in with no JavaScript of the page’s own', async () => {
    const [[, form = ''], [server = '']] = await Promise.all([
      snippets('README.md', 'html'),
      snippets('README.md', 'js'),
    ]);
    const { path, text } = await logInOn(SCRIPT + form, server);
    assert.equal(path, '/api/ydrz/login');
    assert.match(text, /"phone":"13800138000"/);
  });
});
