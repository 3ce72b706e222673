import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import { YdrzError } from '../codes/ydrz-error.js';
import type { Authorization } from '../flow/types.js';
import { HostedAuthorizer } from './hosted-authorizer.js';

const OTHER_ORIGIN = `http://127.0.0.1:${location.port}`;
const STUB = '/test/services/hosted-stub.html';

const SETTINGS = {
  appId: '300012345678',
  authPageType: '3',
  expandParams: 'a=b',
  testLine: false,
  version: '2.0',
  texts: { title: '本机号码登录', close: '关闭' },
};

const authorizationAt = (authPageUrl: string): Authorization => {
  const retrieval = {
    operator: 'CM' as const,
    accessToken: 'access-1',
    maskPhone: '138****8000',
    authPageUrl,
    authLevel: '4',
    appName: '青梨',
    agreements: [{ name: '用户协议', url: 'https://www.example.com/terms' }],
  };
  return {
    msgId: 'trace-1',
    ...retrieval,
    attemptsLeft: 3,
    retrieval,
    userInformation: 'fingerprint%3D',
  };
};

const stub = (answer: unknown, origin = OTHER_ORIGIN): string =>
  `${origin}${STUB}?answer=${encodeURIComponent(JSON.stringify(answer))}`;

describe('HostedAuthorizer', () => {
  let opened: HostedAuthorizer[] = [];

  afterEach(() => {
    for (const authorizer of opened) authorizer.close();
    opened = [];
  });

  const ask = async (url: string, pageOptions: unknown = null) => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const authorizer = new HostedAuthorizer({ ...SETTINGS, pageOptions, place: () => place });
    opened.push(authorizer);
    const controller = new AbortController();
    const answer = new Promise<unknown>((resolve, reject) => {
      authorizer.authorize(authorizationAt(url), controller.signal).then(resolve, reject);
    });
    return { place, authorizer, answer, controller };
  };

  /** What the stub says that it was sent. */
  const told = async (): Promise<Record<string, unknown>> => {
    const { data }: MessageEvent<Record<string, unknown>> = await oneEvent(window, 'message');
    return data;
  };

  /** The most that this browser tells a frame of another site about the page: some tell no more than the origin. */
  const mostThatIsTold = async (): Promise<unknown> => {
    const frame = document.createElement('iframe');
    frame.referrerPolicy = 'unsafe-url';
    frame.src = stub({});
    const loaded = oneEvent(frame, 'load');
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(frame);
    await loaded;
    const spoken = new Promise<unknown>((resolve) => {
      window.addEventListener('message', ({ source, data }: MessageEvent<object>) => {
        if (source === frame.contentWindow && 'referrer' in data) resolve(data.referrer);
      });
    });
    frame.contentWindow?.postMessage('speak', '*');
    const referrer = await spoken;
    expect(String(referrer).startsWith(location.origin)).to.equal(true);
    return referrer;
  };

  it('has no accessibility findings', async () => {
    const { place } = await ask(stub({}));
    await expect(place).to.be.accessible({ ignoredRules: ['frame-tested'] });
  });

  it('takes the token that the page posts, with its userInformation unaltered', async () => {
    const { answer } = await ask(stub({ code: '103000', token: 'token-1', userInformation: 'a%3d%3D' }));
    expect(await answer).to.deep.equal({ kind: 'token', token: 'token-1', userInformation: 'a%3d%3D' });
  });

  it('tells the page everything in its address and posts the options into it', async () => {
    const options = { bgColor: '#fff' };
    const message = told();
    await ask(stub({}), options);
    const { seen, query, referrer } = await message;
    expect(seen).to.deep.equal(options);
    expect(query).to.include({
      traceId: 'trace-1',
      accessToken: 'access-1',
      maskPhone: '138****8000',
      authLevel: '4',
      authName: '青梨',
      userInformation: 'fingerprint%3D',
      appId: '300012345678',
      expandParams: 'a=b',
      isTest: '1',
      oper: 'CM',
      from: location.origin,
      authPageType: '3',
      v: '2.0',
    });
    expect(referrer).to.equal(await mostThatIsTold());
  });

  it('posts the agreements in the form of customerPrivacyConfig without options', async () => {
    const message = told();
    await ask(stub({}), '');
    expect((await message)['seen']).to.deep.equal({ 用户协议: 'https://www.example.com/terms' });
  });

  it('takes a cancellation from the page, and from its own close button', async () => {
    const first = await ask(stub({ code: '501', message: '用户取消授权' }));
    expect(await first.answer).to.deep.equal({ kind: 'cancelled' });
    const second = await ask(stub({}));
    second.place.querySelector<HTMLElement>('[part=close]')?.click();
    expect(await second.answer).to.deep.equal({ kind: 'cancelled' });
  });

  it('fails with the error that the page posts', async () => {
    const { answer } = await ask(stub({ code: '104009', message: '超过失败次数限制获取 Token' }));
    const error: unknown = await answer.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(YdrzError).that.includes({ code: '104009', phase: 'token' });
  });

  it('believes no other window, of whatever origin', async () => {
    const { place, answer } = await ask(stub({}));
    await told();
    const forged = { code: '103000', token: 'forged' };
    window.postMessage(forged, '*');
    const impostor = document.createElement('iframe');
    impostor.src = stub(forged);
    const loaded = oneEvent(impostor, 'load');
    place.append(impostor);
    await loaded;
    const fromImpostor = new Promise<void>((resolve) => {
      window.addEventListener('message', ({ source, data }: MessageEvent<object>) => {
        if (source === impostor.contentWindow && 'token' in data) resolve();
      });
    });
    impostor.contentWindow?.postMessage('speak', '*');
    await fromImpostor;
    place.querySelector<HTMLElement>('[part=close]')?.click();
    expect(await answer).to.deep.equal({ kind: 'cancelled' });
  });

  it('believes the hosted window only while its own page is in it', async () => {
    const { place, answer } = await ask(stub({}));
    const frame = place.querySelector('iframe');
    await told();
    if (!frame) throw new Error('There is no frame');
    frame.src = stub({ code: '103000', token: 'forged' }, location.origin);
    await oneEvent(frame, 'load');
    const message = told();
    frame.contentWindow?.postMessage('speak', location.origin);
    await message;
    await told();
    place.querySelector<HTMLElement>('[part=close]')?.click();
    expect(await answer).to.deep.equal({ kind: 'cancelled' });
  });

  for (const url of [
    'javascript:alert(1)',
    'http://www.example.com/auth',
    'data:text/html,x',
    '',
    'nonsense',
  ]) {
    it(`refuses to open ${url || 'no address'}`, async () => {
      const { place, answer } = await ask(url);
      const error: unknown = await answer.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(YdrzError).that.includes({ code: '500', phase: 'authorization' });
      expect(place.querySelector('iframe')).to.equal(null);
    });
  }

  it('leaves nothing behind when it is closed', async () => {
    const { place, authorizer } = await ask(stub({}));
    expect(place.querySelector('iframe')).not.to.equal(null);
    authorizer.close();
    expect(place.childElementCount).to.equal(0);
  });
});
