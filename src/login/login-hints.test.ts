import { expect } from '@open-wc/testing';
import './define.js';
import { copiedLogin } from '../../test/services/copy.js';
import { connectToLane } from '../../test/services/element-fixture.js';
import { Lane } from '../../test/services/lane.js';
import { hintFor } from '../codes/hints.js';
import { BUTTON_TEXTS } from '../locale/button-texts.js';
import type { YdrzLoginElement } from './login-element.js';

/** The code and the hint of a login that fails. */
const failureOf = async (element: YdrzLoginElement): Promise<{ code: string; hint: string }> => {
  const failed = new Promise<{ code: string; hint: string }>((resolve) => {
    element.addEventListener('error', ({ detail: { code, hint } }) => {
      resolve({ code, hint });
    });
  });
  element.login().catch(() => undefined);
  return failed;
};

const onWiFi = async (lane: Lane): Promise<YdrzLoginElement> => {
  const element = await copiedLogin(lane);
  connectToLane(element, 'wifi', lane);
  document.body.append(element);
  return element;
};

describe('the hints, which are loaded for a failure', () => {
  it('are of the element’s language', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const element = await onWiFi(new Lane());
      element.lang = lang;
      const { code, hint } = await failureOf(element);
      expect(hint).to.equal(hintFor({ code }, lang));
      element.remove();
    }
  });

  it('are replaced where they do not load: the failure is told all the same', async () => {
    const lane = new Lane();
    await lane.spoil({ exchange: 'hints-chunk', kind: 'refused' });
    const element = await onWiFi(lane);
    const first = await failureOf(element);
    expect(first).to.deep.equal({ code: '103111', hint: BUTTON_TEXTS['zh-CN'].notLoaded });
    element.remove();
  });

  it('are replaced for a login that the page has ended', async () => {
    const lane = new Lane();
    await lane.spoil({ exchange: 'hints-chunk', kind: 'refused' });
    const element = await onWiFi(lane);
    const failure = failureOf(element);
    element.abort();
    expect(await failure).to.deep.equal({ code: '503', hint: BUTTON_TEXTS['zh-CN'].ended });
    element.remove();
  });
});
