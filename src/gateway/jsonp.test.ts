import { expect } from '@open-wc/testing';
import { openWire, rejection, unending } from '../../test/services/wire-fixture.js';
import { Lane, SANDBOX } from '../../test/services/lane.js';
import { createWire, type WireOptions } from './endpoints.js';
import type * as Jsonp from './jsonp.js';
import { callCarrier } from './jsonp.js';

/** A carrier's script that never calls by itself, from a lane of its own. */
const silentScript = async (): Promise<{ lane: Lane; url: string }> => {
  const lane = new Lane();
  await lane.spoil({ exchange: 'ct-script', kind: 'never' });
  return { lane, url: `${lane.gateway()}/gateway/ct/phonescrip/0` };
};

/** A carrier's script with this text. */
const scriptOf = async (body: string): Promise<string> => {
  const lane = new Lane();
  await lane.spoil({ exchange: 'ct-script', kind: 'body', body });
  return `${lane.gateway()}/gateway/ct/phonescrip/0?secret=1#2`;
};

const ask = (url: string, options: WireOptions = {}, signal = unending(), call = callCarrier) =>
  call(createWire(options), { name: 'ct-script', url, functionName: 'getTelecomPhone' }, signal);

const isCopy = (module: unknown): module is typeof Jsonp =>
  typeof module === 'object' && module !== null && 'callCarrier' in module;

const scripts = (): number => document.scripts.length;

/** Until the browser has the file, whether or not it ran it. */
const arrival = (url: string): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (!list.getEntriesByName(url).length) return;
      observer.disconnect();
      setTimeout(resolve);
    });
    observer.observe({ type: 'resource' });
  });

/** Uncaught errors of the scripts: some are expected here, and the test runner would take them for failures. */
const uncaught: unknown[] = [];

describe('callCarrier', () => {
  let scriptsBefore: number;
  let onerror: typeof window.onerror;

  beforeEach(() => {
    scriptsBefore = scripts();
    uncaught.length = 0;
    ({ onerror } = window);
    window.onerror = (message) => {
      uncaught.push(message);
      return true;
    };
  });

  afterEach(() => {
    window.onerror = onerror;
    expect('getTelecomPhone' in window, 'no global is left').to.equal(false);
    expect(scripts(), 'no script element is left').to.equal(scriptsBefore);
  });

  it('takes the one call and copies the four documented fields, as texts', async () => {
    const url = await scriptOf('getTelecomPhone({result: 0, data: "abc", code: 7, msg: "m", more: {}});');
    expect(await ask(url)).to.deep.equal({ result: '0', data: 'abc', code: '7', msg: 'm' });
  });

  it('reads each field once, so that an object that changes its mind cannot', async () => {
    const url = await scriptOf(`
      let reads = 0;
      getTelecomPhone({ get result() { return reads++; }, get data() { return 'd' + reads; } });`);
    expect(await ask(url)).to.deep.equal({ result: '0', data: 'd1', code: '', msg: '' });
  });

  it('counts an object whose fields throw as no answer', async () => {
    const url = await scriptOf('getTelecomPhone({ get result() { throw new Error("mine"); } });');
    expect(await rejection(ask(url))).to.include({ code: '500', phase: 'retrieval' });
  });

  it('has the callback only while the request runs', async () => {
    const { url } = await silentScript();
    const asked = ask(url);
    await Promise.resolve();
    expect(window.getTelecomPhone).to.be.a('function');
    window.getTelecomPhone?.({ result: 0, data: 'x' });
    expect(await asked).to.include({ data: 'x' });
    expect('getTelecomPhone' in window).to.equal(false);
  });

  it('does nothing on a second call', async () => {
    const { url } = await silentScript();
    const asked = ask(url);
    await Promise.resolve();
    const callback = window.getTelecomPhone;
    callback?.({ result: 0, data: 'first' });
    callback?.({ result: 0, data: 'second' });
    expect(await asked).to.include({ data: 'first' });
    callback?.({ result: 0, data: 'third' });
  });

  it('puts back what was there before, a present undefined included', async () => {
    for (const before of [() => undefined, undefined]) {
      window.getTelecomPhone = before;
      await ask(await scriptOf('getTelecomPhone({result: 0, data: "x"});'));
      expect('getTelecomPhone' in window).to.equal(true);
      expect(window.getTelecomPhone).to.equal(before);
      delete window.getTelecomPhone;
    }
  });

  it('leaves a function alone that somebody puts there meanwhile', async () => {
    const { url } = await silentScript();
    const asked = rejection(ask(url, { timeout: 50 }));
    await Promise.resolve();
    const theirs = () => undefined;
    window.getTelecomPhone = theirs;
    expect(await asked).to.include({ code: '500' });
    expect(window.getTelecomPhone).to.equal(theirs);
    delete window.getTelecomPhone;
  });

  for (const kind of [
    'refused',
    'reset',
    'timeout',
    'status',
    'empty',
    'html',
    'truncated',
    'never',
  ] as const) {
    it(`ends with 500 when the script is spoilt: ${kind}`, async () => {
      const lane = new Lane();
      await lane.spoil({ exchange: 'ct-script', kind });
      const url = `${lane.gateway()}/gateway/ct/phonescrip/0`;
      expect(await rejection(ask(url, { timeout: 250 }))).to.include({ code: '500', phase: 'retrieval' });
    });
  }

  for (const argument of ['', 'null', '"text"', '12', '[]', 'undefined']) {
    it(`ends with 500 when it is called with something else: (${argument})`, async () => {
      const url = await scriptOf(`getTelecomPhone(${argument});`);
      expect(await rejection(ask(url))).to.include({ code: '500', phase: 'retrieval' });
    });
  }

  it('lets a call that comes too late find nothing', async () => {
    const { url } = await silentScript();
    const asked = rejection(ask(url, { timeout: 50 }));
    await Promise.resolve();
    const callback = window.getTelecomPhone;
    const error = await asked;
    callback?.({ result: 0, data: 'late' });
    expect(error).to.include({ code: '500' });
  });

  it('does not run a script that arrives after its time', async () => {
    const lane = new Lane();
    await lane.spoil({ exchange: 'ct-script', kind: 'slow', delay: 300 });
    const url = `${lane.gateway()}/gateway/ct/phonescrip/0`;
    const arrived = arrival(url);
    expect(await rejection(ask(url, { timeout: 50 }))).to.include({ code: '500' });

    // The next login on the page must not take the answer of the one before for its own.
    const { url: next } = await silentScript();
    const controller = new AbortController();
    const second = rejection(ask(next, {}, controller.signal));
    await arrived;
    controller.abort();
    expect(await second).to.include({ code: '503' });
    expect(uncaught).to.deep.equal([]);
  });

  it('ends with 503 when it is aborted: before, while it runs, and while it waits for its turn', async () => {
    const { lane, url } = await silentScript();
    const done = new AbortController();
    done.abort();
    expect(await rejection(ask(url, {}, done.signal))).to.include({ code: '503' });
    expect(await lane.asked()).to.deep.equal([]);

    const [first, second] = [new AbortController(), new AbortController()];
    const running = rejection(ask(url, {}, first.signal));
    const waiting = rejection(ask(url, {}, second.signal));
    second.abort();
    expect(await waiting).to.include({ code: '503' });
    expect(window.getTelecomPhone, 'the first one still runs').to.be.a('function');
    first.abort();
    expect(await running).to.include({ code: '503', phase: 'retrieval' });
  });

  it('takes turns, also with a second copy of the package', async () => {
    const address = new URL('./jsonp.ts?second-copy', import.meta.url).href;
    const copy: unknown = await import(address);
    if (!isCopy(copy)) throw new TypeError('Not a copy of the module');
    expect(copy.callCarrier).not.to.equal(callCarrier);
    const urls = await Promise.all(
      ['a', 'b', 'c', 'd'].map((data) => scriptOf(`getTelecomPhone({result: 0, data: "${data}"});`)),
    );
    const answers = await Promise.all(
      urls.map((url, index) => ask(url, {}, unending(), index % 2 ? copy.callCarrier : callCarrier)),
    );
    expect(answers.map(({ data }) => data)).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('passes the turn on when a request fails', async () => {
    const { url: silent } = await silentScript();
    const failing = rejection(ask(silent, { timeout: 50 }));
    const next = ask(await scriptOf('getTelecomPhone({result: 0, data: "next"});'));
    expect(await failing).to.include({ code: '500' });
    expect(await next).to.include({ data: 'next' });
  });

  it('does not let one carrier wait for the other', async () => {
    const { url } = await silentScript();
    const controller = new AbortController();
    const telecom = rejection(ask(url, {}, controller.signal));
    const lane = new Lane();
    const body = 'getNewUnicomPhone({result: "0", data: "cu"});';
    await lane.spoil({ exchange: 'cu-script', kind: 'body', body });
    const unicom = await callCarrier(
      createWire(),
      {
        name: 'cu-script',
        url: `${lane.gateway()}/gateway/cu/phonescrip/0`,
        functionName: 'getNewUnicomPhone',
      },
      unending(),
    );
    expect(unicom.data).to.equal('cu');
    controller.abort();
    expect(await telecom).to.include({ code: '503' });
  });

  it('asks with the page’s address as referer where that has no query, and with the nonce that the page gave', async () => {
    const { href } = location;
    history.replaceState(history.state, '', location.pathname);
    const { lane, url } = await silentScript();
    const seen: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLScriptElement) seen.push(`${node.nonce} ${node.src}`);
      }
    });
    observer.observe(document.head, { childList: true });
    const scripts = { allowed: true, nonce: 'n0nce' };
    await rejection(ask(url, { timeout: 100, scripts }));
    observer.disconnect();
    expect(seen).to.deep.equal([`n0nce ${url}`]);
    const [request] = await lane.requests();
    expect(request?.headers['referer']).to.equal(location.href);
    history.replaceState(history.state, '', href);
  });

  for (const url of [
    'http://id6.example.com/script',
    'javascript:getTelecomPhone({result:0,data:1})',
    'data:text/javascript,getTelecomPhone({result:0,data:1})',
    '/relative',
    '',
    'https://user:password@localhost/script',
  ]) {
    it(`never loads a script from ${url || 'nowhere'}`, async () => {
      const seen: Node[] = [];
      const observer = new MutationObserver((records) => {
        seen.push(...records.flatMap(({ addedNodes }) => [...addedNodes]));
      });
      observer.observe(document, { childList: true, subtree: true });
      expect(await rejection(ask(url))).to.include({ code: '500' });
      expect(
        observer
          .takeRecords()
          .concat()
          .flatMap(({ addedNodes }) => [...addedNodes]),
      ).to.deep.equal([]);
      observer.disconnect();
      expect(seen).to.deep.equal([]);
    });
  }

  it('loads only from the hosts on the page’s list, where there is one', async () => {
    const url = await scriptOf('getTelecomPhone({result: 0, data: "x"});');
    const { hostname } = new URL(SANDBOX);
    const elsewhere = { scripts: { allowed: true, hosts: ['id6.me'] } };
    expect(await rejection(ask(url, elsewhere))).to.include({ code: '500' });
    expect(await ask(url, { scripts: { allowed: true, hosts: ['id6.me', hostname] } })).to.include({
      data: 'x',
    });
  });

  it('tells its hop, without query and fragment', async () => {
    const { hops } = openWire('ct');
    const url = await scriptOf('getTelecomPhone({result: -10011, data: "x"});');
    await ask(url, { onHop: (hop) => hops.push(hop) });
    expect(hops).to.have.length(1);
    expect(hops[0]).to.include({ name: 'ct-script', code: '-10011', url: url.replace(/\?.*/, '') });
  });
});
