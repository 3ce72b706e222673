import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import type { YdrzError, YdrzLoginElement } from 'ydrz-elements/elements';
import { copiedLogin } from '../services/copy.js';
import { answerWith, connectToLane, next } from '../services/element-fixture.js';
import { Lane } from '../services/lane.js';

/** What asks the carriers beyond China Mobile is a file of its own. */
const PARTNERS = 'partners-chunk';

/** The login of a phone with China Telecom's SIM, for which that file goes wrong. */
const openSpoilt = async (
  kind: 'refused' | 'timeout',
): Promise<{ lane: Lane; element: YdrzLoginElement }> => {
  const lane = new Lane();
  await lane.spoil({ exchange: PARTNERS, kind });
  const element = await copiedLogin(lane);
  connectToLane(element, 'ct', lane);
  answerWith(element, ({ submit }) => {
    submit('0018');
  });
  document.body.append(element);
  return { lane, element };
};

const failureOf = async (element: YdrzLoginElement): Promise<YdrzError> => {
  const failed = next(element, 'error');
  element.login().catch(() => undefined);
  return (await failed).detail;
};

describe('the code of the other carriers', () => {
  for (const kind of ['refused', 'timeout'] as const) {
    it(`fails as a request does when it is lost (${kind}): both carriers count as asked`, async () => {
      const { element } = await openSpoilt(kind);
      element.timeout = 500;
      const { YDData, CTData, CUData } = await failureOf(element);
      expect(YDData?.code).to.equal('103111');
      expect([CTData?.code, CUData?.code]).to.deep.equal(['500', '500']);
      element.remove();
    });
  }

  it('holds up nobody who ends the login', async () => {
    const { lane, element } = await openSpoilt('timeout');
    const failure = failureOf(element);
    while (!(await lane.asked()).includes(PARTNERS)) await new Promise(requestAnimationFrame);
    element.abort();
    expect((await failure).code).to.equal('503');
    element.remove();
  });
});
