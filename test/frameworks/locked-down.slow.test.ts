import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { logIn, Phone } from './phone.js';
import { ALL_CARRIERS, CARRIER_HOSTS, CHINA_MOBILE, headerOf, type Policy } from './policies.js';
import { startSite, type Site } from './site.js';

const MODULE = '<script type="module" src="/assets/login.js"></script>';
const CLASSIC = '<script src="/ydrz.min.js" defer></script>';

/** A form that logs in by itself, in a page without a line of its own script or style. */
const pageWith = (script: string, attributes = ''): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Locked down</title>
${script}
<form method="post" action="/api/ydrz/login">
<ydrz-login name="token" auto-submit app-id="300012345678" credentials-url="/api/ydrz/credentials" ${attributes}>
<a slot="fallback" href="/sms-login">Use an SMS code instead</a></ydrz-login>
</form>
</html>`;

interface Visit {
  policy: Policy;
  sim?: string;
  script?: string;
  attributes?: string;
}

describe('pages with a strict Content-Security-Policy', () => {
  let site: Site;
  let phone: Phone;
  let count = 0;

  before(async () => {
    [site, phone] = await Promise.all([startSite(), Phone.start()]);
  });
  after(async () => {
    await Promise.all([site.close(), phone.close()]);
  });

  /** The policy as it would be with the carriers where the sandbox has them. */
  const atSandbox = (policy: Policy): string => headerOf(policy).replace(CARRIER_HOSTS, site.sandbox.url);

  /** Open the page, and hear of everything that the policy stops. */
  const visit = async ({ policy, sim = 'cm', script = MODULE, attributes = '' }: Visit) => {
    const path = `/locked/${String(++count)}`;
    site.serve(path, pageWith(script, attributes), { 'content-security-policy': atSandbox(policy) });
    const context = await phone.open(site, sim);
    const page = await context.newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      if (/Content.?Security.?Policy|Trusted|violates/i.test(text)) violations.push(text);
    });
    page.on('pageerror', ({ message }) => violations.push(message));
    await page.goto(`${site.url}${path}`);
    return { page, violations, close: () => context.close() };
  };

  const welcome = (page: Page) => page.getByRole('heading', { name: 'Welcome' }).waitFor();
  const fallback = (page: Page) => page.getByRole('link', { name: 'Use an SMS code instead' }).waitFor();
  const press = (page: Page) => page.locator('ydrz-login').getByRole('button').tap();

  test('the policy is in force: a line of script in the page is stopped and heard of', async () => {
    const script = `${MODULE}<script>document.title = 'run'</script>`;
    const { page, violations, close } = await visit({ policy: CHINA_MOBILE, script });
    assert.equal(await page.title(), 'Locked down');
    assert.equal(violations.length, 1);
    await close();
  });

  for (const [name, script] of [
    ['the module', MODULE],
    ['the classic script', CLASSIC],
  ] as const) {
    for (const authPageType of ['0', '1', '2', '3']) {
      test(`China Mobile, ${name}, authPageType ${authPageType}: a person logs in, and nothing is stopped`, async () => {
        const attributes = `auth-page-type="${authPageType}"`;
        const { page, violations, close } = await visit({ policy: CHINA_MOBILE, script, attributes });
        await logIn(page);
        await welcome(page);
        assert.deepEqual(violations, []);
        await close();
      });
    }
  }

  test('the names of Trusted Types’ policies need not be listed', async () => {
    const policy = Object.fromEntries(
      Object.entries(CHINA_MOBILE).filter(([name]) => name !== 'trusted-types'),
    );
    const { page, violations, close } = await visit({ policy });
    await logIn(page);
    await welcome(page);
    assert.deepEqual(violations, []);
    await close();
  });

  for (const [sim, digits] of [
    ['ct', '0018'],
    ['cu', '0018'],
  ] as const) {
    test(`${sim}: a person logs in under the policy for all carriers, and nothing is stopped`, async () => {
      const { page, violations, close } = await visit({ policy: ALL_CARRIERS, sim });
      await logIn(page, digits);
      await welcome(page);
      assert.deepEqual(violations, []);
      await close();
    });

    test(`${sim}: with China Mobile’s policy the script is stopped, and the person is offered another way`, async () => {
      const { page, violations, close } = await visit({ policy: CHINA_MOBILE, sim });
      await press(page);
      await fallback(page);
      assert.notEqual(violations.length, 0);
      await close();
    });

    test(`${sim}: with jsonp="off" nothing is even tried`, async () => {
      const { page, violations, close } = await visit({
        policy: CHINA_MOBILE,
        sim,
        attributes: 'jsonp="off"',
      });
      await press(page);
      await fallback(page);
      assert.deepEqual(violations, []);
      await close();
    });

    test(`${sim}: the element’s nonce lets the carrier’s script in, wherever it comes from`, async () => {
      const policy = { ...CHINA_MOBILE, 'script-src': "'self' 'nonce-2726c7f26c'" };
      const { page, violations, close } = await visit({ policy, sim, attributes: 'nonce="2726c7f26c"' });
      await logIn(page, digits);
      await welcome(page);
      assert.deepEqual(violations, []);
      await close();
    });
  }
});
