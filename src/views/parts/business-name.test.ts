import { expect } from '@open-wc/testing';
import '../define-auth-layer.js';
import '../define-auth-page.js';
import { loadScreenTexts } from '../../locale/screen-texts.js';
import { layerOptionsOf } from '../../options/page-option.js';
import { openLayer, part } from '../../../test/services/screen-fixture.js';

describe('the standard popup', () => {
  it('names the business that the service’s page option names, after the agreements', async () => {
    const view = await openLayer({ options: layerOptionsOf({ configBusinessName: '青梨' }) });
    const line = part(view, 'agreement').textContent;
    expect(line).to.match(/《中国移动认证服务协议》.*，并授权青梨获取本机号码$/);
    await expect(view).to.be.accessible();
  });

  it('says it in the screen’s language', async () => {
    await loadScreenTexts('en');
    const view = await openLayer({ lang: 'en', options: layerOptionsOf({ configBusinessName: 'Qingli' }) });
    expect(part(view, 'agreement').textContent).to.match(/, and let Qingli have this number$/);
  });

  it('says nothing of a business that nobody names', async () => {
    const view = await openLayer({ options: layerOptionsOf(undefined) });
    expect(part(view, 'agreement').textContent).to.match(/》$/);
  });
});
