import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { authorize, LegacyBrowser } from './legacy-browser.js';

const GUIDE = join(import.meta.dirname, '../../demo/pages/migration.html');

/** What the examples take for granted in a page: its server's signature, and what it does with a result. */
const PAGE = `<!doctype html><meta charset="utf-8"><body><script>
  window.told = [];
  function loggedIn(result) { told.push(['loggedIn', result]); }
  function failed(result) { told.push(['failed', result]); }
  function signed(done) {
    fetch('/api/sign', { method: 'POST' }).then(function (answer) { return answer.json(); }).then(done);
  }
</script>`;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };
const unescaped = (html: string): string =>
  html.replace(/&(lt|gt|amp);/g, (entity, name: string) => ENTITIES[name] ?? entity);

interface Example {
  row: string;
  side: string;
  expected: string;
  user: string;
  code: string;
}

const examplesOf = (guide: string): Example[] =>
  [...guide.matchAll(/<section id="(\w+)" data-expect="(\w+)" data-user="(\w+)">(.*?)<\/section>/gs)].flatMap(
    ([, row = '', expected = '', user = '', content = '']) =>
      [...content.matchAll(/<code class="(before|after)">(.*?)<\/code>/gs)].map(
        ([, side = '', code = '']) => ({
          ...{ row, side, expected, user },
          code: unescaped(code),
        }),
      ),
  );

const guide = await readFile(GUIDE, 'utf8');
const examples = examplesOf(guide);

let browser: LegacyBrowser;
before(async () => {
  browser = await LegacyBrowser.start();
});
after(() => browser.stop());

describe('the migration guide', () => {
  test('has both sides of every row, and no example that is not run', () => {
    assert.equal(examples.length, guide.match(/<code class="/g)?.length);
    assert.equal(examples.filter(({ side }) => side === 'after').length, examples.length / 2);
    assert.ok(examples.length >= 20);
  });

  for (const { row, side, expected, user, code } of examples) {
    test(`${row}, ${side}`, async () => {
      const { page, complaints } = await browser.open(PAGE + code);
      const button = page.locator('ydrz-login [part=button]');
      if (user !== 'none' && (await button.count()) > 0) await button.click();
      if (user === 'authorize') await authorize(page);
      if (user === 'close') await page.locator('[part=back]').click();
      if (user === 'stop') {
        await page.locator('.field').waitFor();
        await page.evaluate('stop()');
      }
      await page.waitForFunction('window.told.length > 0');
      assert.equal(await page.evaluate('window.told[0][0]'), expected);
      assert.equal(await page.evaluate('window.told.length'), 1);
      assert.deepEqual(complaints, []);
    });
  }
});
