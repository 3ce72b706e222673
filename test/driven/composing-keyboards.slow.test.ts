import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { DEMO_APP_ID } from '../../demo/registered.js';
import { DemoBrowser } from '../demo/demo-browser.js';
import { watchDriven } from './driven-page.js';

let demo: DemoBrowser;
before(async () => {
  demo = await DemoBrowser.start();
});
after(() => demo.stop());

/** A keyboard that composes, as many phones' do for digits too. */
class ComposingKeyboard {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** The text under composition, instead of the one before. */
  async compose(text: string): Promise<void> {
    await this.#session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  async type(text: string): Promise<void> {
    for (let end = 1; end <= text.length; end += 1) await this.compose(text.slice(0, end));
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }
}

/** A login whose screen is open and ticked, and how often the service was asked for a token. */
const open = async (type: string) => {
  const query = new URLSearchParams({
    'app-id': DEMO_APP_ID,
    'credentials-url': '/api/ydrz/credentials',
    gateway: `${demo.sandbox}/sim/cm`,
    'auth-page-type': type,
  });
  const { page } = await demo.visit(`/minimal.html?${query.toString()}`);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/authGetToken')) sent += 1;
  });
  const keyboard = new ComposingKeyboard(await page.context().newCDPSession(page));
  const button = page.getByRole('button', { name: '一键登录' });
  await button.waitFor();
  await button.focus();
  const changes = await watchDriven(page);
  await button.tap();
  await page.locator('[part=checkbox]').tap();
  await page.locator('.field').focus();
  return { page, keyboard, sent: () => sent, changes };
};

const refused = async (page: Page, left: number) => {
  await page.getByText(`还可以再试 ${String(left)} 次`).waitFor();
};

const digitsOn = (page: Page) =>
  page.locator('.digit').evaluateAll((boxes) => boxes.map((box) => box.textContent).join(''));

/** What a keyboard does with the next key after a refusal: the digits before it are in its memory, or are not. */
const NEXT_KEYS: Readonly<Record<string, { composed: string; shown: string }>> = {
  'begins anew': { composed: '0', shown: '0' },
  'composes on': { composed: '99990', shown: '' },
  'gives back what it had': { composed: '9999', shown: '' },
  'composes on in other digits': { composed: '９９９９0', shown: '' },
  'gives back the whole number': { composed: '13899998000', shown: '' },
  'gives back the whole number in groups': { composed: '+86 138 9999 8000', shown: '' },
};

describe('digits under a keyboard that composes', () => {
  for (const type of ['0', '1']) {
    for (const [name, { composed, shown }] of Object.entries(NEXT_KEYS)) {
      it(`authPageType ${type}: refused digits are not sent again by a keyboard that ${name}`, async () => {
        const { page, keyboard, sent, changes } = await open(type);
        await keyboard.type('9999');
        await refused(page, 2);
        assert.equal(await digitsOn(page), '');
        assert.equal(await page.locator('.field').inputValue(), '');
        await keyboard.compose(composed);
        assert.equal(await digitsOn(page), shown);
        // A change of the user's: the rest of the right digits.
        await keyboard.compose('');
        await keyboard.type('001');
        assert.equal(sent(), 1);
        await keyboard.compose('0013');
        await page.locator('#result', { hasText: '13800138000' }).waitFor();
        assert.equal(sent(), 2);
        assert.deepEqual(await changes(), []);
        await page.context().close();
      });
    }
  }

  it('digits that were typed plainly and refused are not taken up by a keyboard that goes back to them', async () => {
    const { page, keyboard, sent, changes } = await open('1');
    await page.keyboard.type('9999');
    await refused(page, 2);
    await keyboard.compose('99990');
    assert.equal(await digitsOn(page), '');
    await keyboard.commit('9999');
    assert.equal(await digitsOn(page), '');
    assert.equal(sent(), 1);
    // Typed anew they are the user's own.
    await page.keyboard.type('9999');
    await refused(page, 1);
    assert.equal(sent(), 2);
    await page.keyboard.type('0013');
    await page.locator('#result', { hasText: '13800138000' }).waitFor();
    assert.deepEqual(await changes(), []);
    await page.context().close();
  });

  it('digits that were refused before the last ones are not taken up either', async () => {
    const { page, keyboard, sent, changes } = await open('1');
    await keyboard.type('9999');
    await refused(page, 2);
    await keyboard.type('8888');
    await refused(page, 1);
    for (const given of ['9999', '8888', '13899998000', '13888888000']) {
      await keyboard.commit(given);
      assert.equal(await digitsOn(page), '');
    }
    assert.equal(sent(), 2);
    await page.keyboard.type('0013');
    await page.locator('#result', { hasText: '13800138000' }).waitFor();
    assert.deepEqual(await changes(), []);
    await page.context().close();
  });

  for (const [script, wrong, right] of [
    ['Arabic-Indic', '٩٩٩٩', '٠٠١٣'],
    ['Persian', '۹۹۹۹', '۰۰۱۳'],
    ['full-width', '９９９９', '００１３'],
    ['spaced', '9 9 9 9', '0 0 1 3'],
    ['circled', '⑨⑨⑨⑨', '⓪⓪①③'],
  ] as const) {
    it(`${script} digits are composed, refused, and composed again`, async () => {
      const { page, keyboard, sent, changes } = await open('1');
      await keyboard.type(wrong);
      await refused(page, 2);
      await keyboard.commit(wrong);
      await keyboard.compose('');
      await keyboard.type(right);
      await page.locator('#result', { hasText: '13800138000' }).waitFor();
      assert.equal(sent(), 2);
      assert.deepEqual(await changes(), []);
      await page.context().close();
    });
  }
});
