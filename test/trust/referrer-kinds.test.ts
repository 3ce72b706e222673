import { expect, fixture, html } from '@open-wc/testing';
import { APP_ID, Lane } from '../services/lane.js';
import { jsonTexts } from '../services/json-texts.js';

// Documents that have no address of their own take the referrer from the page around them, whose query may hold what is nobody's business.
// Each of these says 'unsafe-url', the worst that a page can say; what it sends is looked at whether or not the service takes it.

const SECRET = 'reset_token=not-yours';

const code = await (await fetch('/dist/ydrz.min.js')).text();

const KINDS: Readonly<Record<string, (frame: HTMLIFrameElement, page: string) => void>> = {
  'a document in srcdoc': (frame, page) => {
    frame.srcdoc = page;
  },
  'a document in srcdoc that is sandboxed': (frame, page) => {
    frame.sandbox.add('allow-scripts');
    frame.srcdoc = page;
  },
  'a blob': (frame, page) => {
    frame.src = `${URL.createObjectURL(new Blob([page], { type: 'text/html' }))}#${SECRET}`;
  },
  'a data address': (frame, page) => {
    frame.src = `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
  },
};

const ended = (): Promise<unknown> =>
  new Promise((resolve) => {
    const hears = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || !data.startsWith('ended ')) return;
      removeEventListener('message', hears);
      resolve(data);
    };
    addEventListener('message', hears);
  });

describe('what a document without an address of its own says of the page around it', () => {
  const { href } = location;
  beforeEach(() => {
    history.replaceState(history.state, '', `?${SECRET}#${SECRET}`);
  });
  afterEach(() => {
    history.replaceState(history.state, '', href);
  });

  for (const [kind, load] of Object.entries(KINDS)) {
    for (const sim of ['cm', 'ct']) {
      it(`is no query: ${kind}, SIM ${sim}`, async () => {
        const lane = new Lane();
        const answer = await fetch(lane.credentialsUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ appId: APP_ID }),
        });
        const credentials = jsonTexts(await answer.text());
        const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
        const end = ended();
        load(
          frame,
          `<!doctype html><meta name="referrer" content="unsafe-url"><script>${code}</script>
          <ydrz-login app-id="${APP_ID}" gateway="${lane.gateway(sim)}" page-source="hosted"></ydrz-login>
          <script>
            const login = document.querySelector('ydrz-login');
            login.credentials = ${JSON.stringify(credentials)};
            login.addEventListener('authorizationrequest', (event) => {
              event.preventDefault();
              event.detail.submit('${sim === 'cm' ? '0013' : '0018'}');
            });
            login.login().then(({ code }) => code, ({ code }) => code).then((code) => parent.postMessage('ended ' + code, '*'));
          </script>`,
        );
        await end;
        const asked = (await lane.requests()).filter(({ exchange }) => exchange !== 'credentials');
        expect(asked.map(({ exchange }) => exchange)).to.include('cm');
        for (const { exchange, path, headers, body } of asked) {
          const sent = path + JSON.stringify(headers) + body;
          expect(sent.includes('not-yours'), `${exchange} ${headers['referer'] ?? ''}`).to.equal(false);
        }
      });
    }
  }
});
