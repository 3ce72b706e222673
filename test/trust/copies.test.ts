import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import { createAuthLogin } from 'ydrz-elements/legacy';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { copiedLogin } from '../services/copy.js';
import { answerWith, connectToLane } from '../services/element-fixture.js';
import { jsonTexts } from '../services/json-texts.js';
import { APP_ID, Lane } from '../services/lane.js';
import { validate } from '../services/validate.js';

const open = (element: YdrzLoginElement, sim: string, hidden: string): YdrzLoginElement => {
  connectToLane(element, sim);
  answerWith(element, (request) => {
    request.submit(hidden);
  });
  document.body.append(element);
  return element;
};

/** The documented call, to the end: a level 5 SIM, for which the page shows a screen of its own. */
const callLegacy = async (): Promise<unknown> => {
  const legacy = createAuthLogin({ gateway: new Lane().gateway('cm-level5') });
  const answer = await fetch('/api/ydrz/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign = '', traceId = '', timestamp = '', version = '' } = jsonTexts(await answer.text());
  return new Promise((resolve, reject) => {
    legacy.getTokenInfo({
      data: {
        sign,
        traceId,
        timestamp,
        appId: APP_ID,
        version,
        openType: '1',
        expandParams: '',
        authPageType: '3',
      },
      success: resolve,
      error: reject,
    });
  });
};

describe('several logins on one page', () => {
  it('do not disturb each other: two elements, two copies of the package and the documented interface', async () => {
    const elements = [
      open(document.createElement('ydrz-login'), 'ct', '0018'),
      open(document.createElement('ydrz-login'), 'cu', '0018'),
      open(await copiedLogin(new Lane()), 'ct', '0018'),
      open(await copiedLogin(new Lane()), 'cu', '0018'),
      open(document.createElement('ydrz-login'), 'cm', '0013'),
    ];
    const legacy = callLegacy();
    const results = await Promise.all(elements.map((element) => element.login()));
    const numbers = await Promise.all(results.map(validate));
    expect(numbers).to.deep.equal(
      ['18900189000', '18600186000', '18900189000', '18600186000', '13800138000'].map((phone) => ({ phone })),
    );
    expect(new Set(results.map(({ msgId }) => msgId))).to.have.property('size', elements.length);
    expect(await legacy).to.include({ code: '103000', maskPhone: '138****8005' });
    expect([window.getTelecomPhone, window.getNewUnicomPhone]).to.deep.equal([undefined, undefined]);
    for (const element of elements) element.remove();
  });

  it('end one by one: what ends one does not end another', async () => {
    const ended = open(document.createElement('ydrz-login'), 'ct', '0018');
    const other = open(await copiedLogin(new Lane()), 'ct', '0018');
    const failure = ended.login().catch((error: unknown) => error);
    const success = other.login();
    ended.abort();
    expect(await failure).to.include({ code: '503' });
    expect(await success).to.include({ operator: 'CT' });
    ended.remove();
    other.remove();
  });

  it('leave the first copy’s elements registered', async () => {
    const first = customElements.get('ydrz-login');
    await import(new Lane().copyOf('ydrz-elements.js'));
    expect(customElements.get('ydrz-login')).to.equal(first);
  });
});
