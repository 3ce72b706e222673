import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import { YdrzError } from '../codes/ydrz-error.js';
import type { Authorization } from '../flow/types.js';
import { HostedAuthorizer } from './hosted-authorizer.js';

const OTHER_ORIGIN = `http://127.0.0.1:${location.port}`;
const STUB = '/test/services/hosted-stub.html';

const SETTINGS = {
  authPageType: '3',
  expandParams: 'a=b|c=d',
  testLine: false,
  texts: { title: '本机号码登录', close: '关闭' },
};

const authorizationAt = (authPageUrl: string): Authorization => {
  const retrieval = {
    operator: 'CM' as const,
    accessToken: 'access-1',
    maskPhone: '138****8000',
    authPageUrl,
    authLevel: '4',
    appName: '青梨&#x',
    agreements: [{ name: '用户协议', url: 'https://www.example.com/terms' }],
  };
  return {
    appId: '300012345678',
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

  const message = async (): Promise<Record<string, unknown>> => {
    const { data }: MessageEvent<Record<string, unknown>> = await oneEvent(window, 'message');
    return data;
  };

  /** What the stub says that it was sent. */
  const told = async (): Promise<Record<string, unknown>> => {
    for (;;) {
      const data = await message();
      // What an earlier test's page still had to say is another's.
      if ('seen' in data) return data;
    }
  };

  it('tells a page of another origin nothing, should the frame have gone there', async () => {
    const { place } = await ask(stub({}));
    const frame = place.querySelector('iframe');
    if (!frame) throw new Error('There is no frame');
    await told();
    // As by a redirect: the address that the service gave leads to somebody else.
    const loaded = oneEvent(frame, 'load');
    frame.src = stub({}, location.origin);
    await loaded;
    const seen = new Promise<unknown>((resolve) => {
      window.addEventListener('message', ({ data }: MessageEvent<object>) => {
        if ('seen' in data) resolve(data.seen);
      });
    });
    frame.contentWindow?.postMessage('whoever you are', '*');
    expect(await seen).to.equal('whoever you are');
  });

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
    const said = told();
    await ask(stub({}), options);
    const { seen, search, referrer } = await said;
    expect(seen).to.deep.equal(options);
    // Raw but for what browsers encode in any address, and in the order of the official script.
    expect(String(search).replace(/^\?answer=[^&]*&/, '')).to.equal(
      [
        'traceId=trace-1&accessToken=access-1&maskPhone=138****8000&authLevel=4',
        `authName=${encodeURIComponent('青梨')}%26%23x&userInformation=fingerprint%3D`,
        `appId=300012345678&expandParams=a=b|c=d&isTest=1&oper=CM&from=${location.origin}`,
        'authPageType=3&v=20211103',
      ].join('&'),
    );
    // The address of a test page has a query, which is nobody's business.
    expect(referrer).to.equal(`${location.origin}/`);
  });

  it('posts the agreements in the form of customerPrivacyConfig without options', async () => {
    const said = told();
    await ask(stub({}), '');
    expect((await said)['seen']).to.deep.equal({ 用户协议: 'https://www.example.com/terms' });
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
    const seen = told();
    frame.contentWindow?.postMessage('speak', location.origin);
    await seen;
    await message();
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

  it('hears no message any more once the login is aborted, though nobody has closed it yet', async () => {
    const { addEventListener } = window;
    const heard = new Set<unknown>();
    Object.assign(window, {
      addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions) {
        if (type === 'message') {
          heard.add(listener);
          options?.signal?.addEventListener('abort', () => heard.delete(listener));
        }
        addEventListener.call(window, type, listener, options);
      },
    });
    try {
      const { controller } = await ask(stub({}));
      expect(heard.size).to.equal(1);
      controller.abort();
      expect(heard.size).to.equal(0);
    } finally {
      Object.assign(window, { addEventListener });
    }
  });

  it('leaves nothing behind when it is closed', async () => {
    const { place, authorizer } = await ask(stub({}));
    expect(place.querySelector('iframe')).not.to.equal(null);
    authorizer.close();
    expect(place.childElementCount).to.equal(0);
  });
});
