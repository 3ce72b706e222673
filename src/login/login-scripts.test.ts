import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import './define.js';
import { answerWith, connectToLane, openLogin } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';

describe('<ydrz-login> on a page that keeps foreign scripts narrow', () => {
  it('asks China Mobile alone with jsonp="off", and says for the others that they are switched off', async () => {
    const { element, lane } = await openLogin({}, 'ct');
    element.setAttribute('jsonp', 'off');
    const error = await rejection(element.login());
    expect(error).to.have.nested.property('CTData.code', '502');
    expect(error).to.have.nested.property('CUData.code', '502');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  it('loads scripts from the hosts in jsonp-hosts alone', async () => {
    const { element, lane } = await openLogin({}, 'ct');
    element.setAttribute('jsonp-hosts', 'id6.me *.wostore.cn');
    expect(await rejection(element.login())).to.have.nested.property('CTData.code', '500');
    expect(await lane.asked()).not.to.include('ct-script');
    answerWith(element, (request) => {
      request.submit('0018');
    });
    element.setAttribute('jsonp-hosts', `id6.me, ${new URL(lane.gateway()).hostname}`);
    expect(await element.login()).to.include({ operator: 'CT' });
  });

  it('does not run a script that its attributes alone have named, and says what to do', async () => {
    for (const attributes of [
      { driver: 'official', 'official-src': 'https://evil.example/x.js' },
      { driver: 'official', gateway: 'https://evil.example' },
      { driver: 'official', 'official-src': 'https://evil.example/x.js', 'jsonp-hosts': 'evil.example' },
    ]) {
      const { element } = await openLogin();
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      const error = await rejection(element.login());
      expect(error).to.have.property('code', '500');
      expect(error).to.have.nested.property('cause.message').that.includes("allowScripts('evil.example')");
      expect(document.querySelector('script[src*=evil]')).to.equal(null);
    }
  });

  it('takes no address for one of a known host that only looks like it, nor one that is no address of a server', async () => {
    for (const src of [
      'javascript:alert(1)',
      'data:text/javascript,alert(1)',
      'blob:https://www.cmpassport.com/0',
      '//evil.example/www.cmpassport.com.js',
      'https://www.cmpassport.com.evil.example/x.js',
      'https://www.cmpassport.com@evil.example/x.js',
      'https://user:pass@www.cmpassport.com/x.js',
      'http://www.cmpassport.com/x.js',
      'https://evilcmpassport.com/x.js',
      '\\\\evil.example\\x.js',
    ]) {
      const { element } = await openLogin({ driver: 'official', officialSrc: src });
      const error = await rejection(element.login());
      expect(error, src).to.include({ code: '500', phase: 'credentials' });
      expect(error, src).to.have.property('cause').that.is.instanceOf(TypeError);
      expect(
        document.querySelector('script[src*=evil], script[src*=cmpassport], script[src^=data]'),
      ).to.equal(null);
    }
  });

  it('starts in a shadow root that came with the markup, and shows what its own is to show', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const markup =
      '<ydrz-login><template shadowrootmode="open"><style>button { color: red }</style><p>evil</p></template></ydrz-login>';
    // Older engines take such a template for any other.
    const parse: unknown = Reflect.get(place, 'setHTMLUnsafe');
    if (typeof parse === 'function') Reflect.apply(parse, place, [markup]);
    else place.innerHTML = markup;
    const element = place.querySelector('ydrz-login');
    if (!element) throw new Error('No element');
    connectToLane(element);
    answerWith(element);
    // In Firefox what is parsed so is no element of ours before the task's end.
    await waitUntil(() => element.hasUpdated);
    expect(element.renderRoot.querySelectorAll('[part=button]')).to.have.length(1);
    expect((await element.login()).code).to.equal('103000');
  });
});
