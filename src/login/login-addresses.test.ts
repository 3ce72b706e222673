import { expect, nextFrame } from '@open-wc/testing';
import './define.js';
import { copiedLogin } from '../../test/services/copy.js';
import { answerWith, connectToLane, next, openLogin } from '../../test/services/element-fixture.js';
import { Lane } from '../../test/services/lane.js';
import { rejection } from '../../test/services/wire-fixture.js';
import { allowScripts } from '../gateway/script-hosts.js';

const { fetch: ask, console } = window;
const { warn } = console;
const base = document.createElement('base');
/** Where the reports went. */
let told: string[];
beforeEach(() => {
  told = [];
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.endsWith('/told')) return ask(input, init);
    told.push(url);
    return Promise.resolve(new Response());
  };
});
afterEach(() => {
  base.remove();
  window.fetch = ask;
  console.warn = warn;
  delete window.YDRZAuthLogin;
});

describe('<ydrz-login> on a page that was opened with a name and a password in its address', () => {
  // What the page was opened with is in its base address, where a test can put it too.
  beforeEach(() => {
    base.href = location.origin.replace('://', '://name:secret@');
    document.head.prepend(base);
    expect(() => new Request('/'), 'browsers make no such request').to.throw(TypeError);
  });

  it('logs in with relative addresses, and hands neither on', async () => {
    const { element, lane } = await openLogin({ reportUrl: '/told' });
    answerWith(element);
    const hops: string[] = [];
    element.addEventListener('hop', ({ detail }) => hops.push(detail.url));
    expect(element.credentialsUrl.startsWith('/')).to.equal(true);
    expect((await element.login()).code).to.equal('103000');
    while (!told.length) await nextFrame();
    const sent = JSON.stringify([told, hops, await lane.requests()]);
    expect(told).to.deep.equal([`${location.origin}/told`]);
    expect(sent).not.to.include('secret');
  });

  it('finds the official script at a relative address', async () => {
    const { element } = await openLogin({ driver: 'official', officialSrc: '/dist/ydrz.min.js' });
    const login = rejection(element.login());
    while (element.state === 'idle' || element.state === 'preparing') await next(element, 'statechange');
    expect(element.state).to.equal('retrieving');
    element.abort();
    expect(await login).to.have.property('code', '503');
  });
});

describe('<ydrz-login> on a page whose markup leads relative addresses to another server', () => {
  beforeEach(() => {
    base.href = 'https://evil.example/shop/';
    document.head.prepend(base);
  });

  it('reports to the page’s own server alone', async () => {
    const warnings: unknown[] = [];
    console.warn = (sentence: unknown) => warnings.push(sentence);
    const { element } = await openLogin({ reportUrl: '/told' });
    const login = rejection(element.login());
    element.abort();
    expect(await login).to.have.property('code', '503');
    while (!warnings.length) await nextFrame();
    expect(warnings.join()).to.include('https://evil.example');
    expect(told).to.deep.equal([]);
  });

  it('runs no script from there, though the page’s own code has allowed one at that path', async () => {
    allowScripts('/vendor/official.js');
    const { element } = await openLogin({ driver: 'official', officialSrc: '/vendor/official.js' });
    element.credentialsUrl = location.origin + element.credentialsUrl;
    const error = await rejection(element.login());
    expect(error).to.have.property('code', '500');
    expect(error).to.have.nested.property('cause.message').that.includes('evil.example');
    expect(document.querySelector('script[src*=evil]')).to.equal(null);
  });

  it('takes the code of its screens from where its own came from', async () => {
    performance.clearResourceTimings();
    const lane = new Lane();
    const element = await copiedLogin(lane);
    connectToLane(element, 'ct', lane);
    element.credentialsUrl = location.origin + lane.credentialsUrl;
    document.body.append(element);
    const login = rejection(element.login());
    while (!element.renderRoot.querySelector('ydrz-auth-page[open]')) await nextFrame();
    element.abort();
    expect(await login).to.have.property('code', '503');
    element.remove();
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes(`/lane/${lane.id}/copy/`)).length).to.be.above(1);
    expect(loaded.filter((name) => name.includes('evil'))).to.deep.equal([]);
  });
});
