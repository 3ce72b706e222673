import { expect, waitUntil } from '@open-wc/testing';
import '../define-auth-layer.js';
import { setViewport } from '@web/test-runner-commands';
import { inside, openLayer, part } from '../../../test/services/screen-fixture.js';

// In a page of its own, where nothing has fetched yet what places the parts.
it('a rule that comes with the window’s size places a part of an open screen', async () => {
  await setViewport({ width: 375, height: 667 });
  const style = document.createElement('style');
  style.textContent = '@media (min-width: 500px) { ydrz-auth-layer { --ydrz-phone-high: 40px } }';
  document.head.append(style);
  const view = await openLayer({ masked: true });
  const top = () =>
    part(view, 'phone').getBoundingClientRect().top - inside(view, '.screen').getBoundingClientRect().top;
  expect(top()).to.equal(86);
  await setViewport({ width: 667, height: 375 });
  await waitUntil(() => top() === 40);
  style.remove();
});
