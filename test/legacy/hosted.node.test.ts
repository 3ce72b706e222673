import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LegacyBrowser } from './legacy-browser.js';

// The official way for the standard and the custom page: the service's own, in a frame, which buys the token there.

let browser: LegacyBrowser;
before(async () => {
  browser = await LegacyBrowser.start();
});
after(() => browser.stop());

for (const [authPageType, sim, digits] of [
  ['0', 'cm', '0013'],
  ['3', 'cu', '0018'],
] as const) {
  test(`data-page-source="hosted" shows the service's page (authPageType ${authPageType})`, async () => {
    const { page, asked, complaints } = await browser.open(
      `<!doctype html><meta charset="utf-8"><body>
      <script src="/assets/ydrz.min.js" data-page-source="hosted"></script><script>
        window.told = [];
        YDRZAuthLogin.authPageInit({ titleStyle: { name: '一键登录标题' } });
        fetch('/api/sign', { method: 'POST' }).then(function (answer) { return answer.json(); }).then(function (data) {
          data.authPageType = '${authPageType}';
          YDRZAuthLogin.getTokenInfo({
            data: data,
            success: function (result) { told.push(['success', result]); },
            error: function (result) { told.push(['error', result]); },
          });
        });
      </script>`,
      { sim },
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('.field').pressSequentially(digits);
    // The options of authPageInit are handed over.
    assert.equal(await frame.locator('[part=title]').innerText(), '一键登录标题');
    await frame.locator('[part=checkbox]').press('Space');
    await page.waitForFunction('window.told.length > 0');
    const result = JSON.stringify(await page.evaluate('window.told'));
    assert.match(result, /^\[\["success",\{"code":"103000","message":"成功","token":"STsid/);
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(complaints, []);
    const address = asked.find((url) => url.includes('/h5/auth-page?')) ?? '';
    assert.match(address, /&userInformation=[\w%]+&appId=300012345678&/);
    assert.doesNotMatch(address, /%25/);
    assert.match(address, /&from=https:\/\/shop\.example\.com&authPageType=\d&v=20211103$/);
  });
}
