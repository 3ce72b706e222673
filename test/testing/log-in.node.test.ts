import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { createCredentials } from 'ydrz-elements/server';
import { logIn, startService, type TestService, type WebdriverIoBrowser } from 'ydrz-elements/testing';
import { launchChromium } from '../services/chromium.js';
import { builtText } from '../services/dist.js';

let service: TestService;
let browser: Browser;
let site: string;
const server = createServer();

before(async () => {
  [service, browser] = await Promise.all([
    startService({ sims: [{ id: 'own', number: '13912345678', operator: 'CM', authLevel: '4' }] }),
    launchChromium(),
  ]);
  const script = await builtText('ydrz.min.js');
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/ydrz.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    } else if (pathname === '/credentials') {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(createCredentials(service.server)));
    } else {
      const tag = `<ydrz-login app-id="${service.server.appId}" credentials-url="/credentials" auth-page-type="${searchParams.get('type') ?? '0'}" gateway="${service.gateway(searchParams.get('sim') ?? 'cm')}"></ydrz-login>`;
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><link rel="icon" href="data:,"><script defer src="/ydrz.js"></script>${tag}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  site = `http://localhost:${address.port}/`;
  service.sandbox.registerPages([site]);
});
after(async () => {
  await Promise.all([browser.close(), service.close()]);
  server.closeAllConnections();
  server.close();
});

const visit = async (query: string) => {
  const page = await browser.newPage();
  await page.goto(site + query);
  return page;
};

describe('a login in a test of one’s own', () => {
  for (const [query, number, operator] of [
    ['?sim=cm', '13800138000', 'CM'],
    ['?sim=ct&type=1', '18900189000', 'CT'],
    ['?sim=cu&type=3', '18600186000', 'CU'],
    ['?sim=cm-level1&type=1', '13800138001', 'CM'],
    ['?sim=own', '13912345678', 'CM'],
  ] as const) {
    test(query, async () => {
      const page = await visit(query);
      const outcome = await logIn(page, { number });
      assert.ok(outcome.kind === 'token', JSON.stringify(outcome));
      assert.equal(outcome.operator, operator);
      await page.close();
    });
  }

  test('wrong digits are asked for again', async () => {
    const page = await visit('?sim=cm');
    const outcome = await logIn(page, { digits: '9999' });
    assert.equal(outcome.kind, 'asked-again', JSON.stringify(outcome));
    await page.close();
  });

  test('an error is an outcome, too', async () => {
    const page = await visit('?sim=wifi');
    const outcome = await logIn(page);
    assert.ok(outcome.kind === 'error', JSON.stringify(outcome));
    assert.equal(outcome.phase, 'retrieval');
    assert.ok(outcome.hint);
    await page.close();
  });

  test('no button, no end: an error that says how long it took', async () => {
    const page = await visit('?sim=cm');
    await assert.rejects(logIn(page, { selector: 'none', timeout: 50 }), /not ended within 50 ms/);
    await page.close();
  });

  test('what WebdriverIO offers will do', async () => {
    const page = await visit('?sim=cm');
    let place = { x: 0, y: 0 };
    const chain = {
      move(to: { x: number; y: number }) {
        place = to;
        return chain;
      },
      down: () => chain,
      up: () => chain,
      perform: () => page.mouse.click(place.x, place.y),
    };
    const driver: WebdriverIoBrowser = {
      execute: (script) => page.evaluate(`(() => { ${script} })()`),
      action: () => chain,
      // As WebdriverIO does: keys of one call are a chord, in which no key is pressed twice.
      keys: (keys) => page.keyboard.type([...new Set(keys)].join('')),
    };
    assert.equal((await logIn(driver)).kind, 'token');
    await page.close();
  });
});
