import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startSandbox, type StartOptions } from '../sandbox/start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey } from '../../test/services/test-client.js';
import { readArguments } from './arguments.js';
import { DOCTOR } from './doctor-command.js';
import type { Finding } from './doctor/finding.js';

let folder: string;
let site: Server;
let page: string;
/** The headers and the document of the page that is looked at. */
let headers: Record<string, string> = {};
let html = '<!doctype html>';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ydrz-doctor-'));
  site = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/login/?from=moved' }).end();
    else response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  assert.ok(address && typeof address === 'object');
  page = `http://localhost:${address.port}/login/`;
});
after(async () => {
  site.closeAllConnections();
  site.close();
  await rm(folder, { recursive: true });
});

const isFindings = (value: unknown): value is Finding[] => Array.isArray(value);

/** What the doctor finds, as `verdict check: text`. */
const examine = async (
  environment: Record<string, string>,
  address = page,
): Promise<{ code: number; lines: string[] }> => {
  const printed: string[] = [];
  const code = await DOCTOR.run({
    given: readArguments(['--page', address, '--json'], DOCTOR.options),
    output: { line: (text) => printed.push(text), warn: (text) => printed.push(text) },
    environment,
    signal: new AbortController().signal,
  });
  const findings: unknown = JSON.parse(printed.join('\n'));
  assert.ok(isFindings(findings));
  return { code, lines: findings.map(({ verdict, check, text }) => `${verdict} ${check}: ${text}`) };
};

const found = (lines: readonly string[], pattern: RegExp) =>
  assert.ok(
    lines.some((line) => pattern.test(line)),
    `${String(pattern)} in:\n${lines.join('\n')}`,
  );

/** What the doctor finds with a sandbox in some state, or with other environment variables. */
const visit = async (
  state: Partial<StartOptions>,
  changes: Record<string, string> = {},
): Promise<{ code: number; lines: string[] }> => {
  const sandbox = await startSandbox({ apps: [APP], ...state });
  try {
    return await examine({ APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: sandbox.url, ...changes });
  } finally {
    await sandbox.close();
  }
};

describe('acceptance by the service', () => {
  test('all is well up to the token', async () => {
    const { code, lines } = await visit({});
    found(lines, /^ok acceptance: .*104007/);
    found(lines, /^ok key: RSA, 2048 bits/);
    found(lines, /^ok appKey: 32 characters/);
    found(lines, /^ok clock: /);
    assert.equal(code, 0, lines.join('\n'));
  });

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  for (const [state, options, pattern] of [
    [
      'another key is registered',
      { publicKey: other.publicKey.export({ type: 'spki', format: 'pem' }) },
      /104013: .*register the public half/,
    ],
    [
      'the server stands elsewhere',
      { serverAddresses: ['203.0.113.7'] },
      /104017: .*address is not registered/,
    ],
    ['no entitlement', { entitlement: 'none' }, /104003: .*no entitlement/],
    ['an entitlement that has run out', { entitlement: 'expired' }, /104004: .*run out/],
    ['an unknown application', { appId: '300099999999' }, /104000: .*does not know this appId/],
  ] as const) {
    test(state, async () => {
      const app = { ...APP, ...options };
      const { code, lines } = await visit({ apps: [{ ...app, publicKey: String(app.publicKey) }] });
      found(lines, pattern);
      assert.equal(code, 1);
    });
  }

  for (const [fault, pattern] of [
    [{ exchange: 'validate', kind: 'code', code: '103001' }, /fail acceptance: 103001: .*clock/],
    [{ exchange: 'validate', kind: 'status', status: 502 }, /fail acceptance: the service has not answered/],
    [{ exchange: 'validate', kind: 'code', code: '999999' }, /fail acceptance: 999999: /],
  ] as const) {
    test(`${fault.kind} ${'code' in fault ? fault.code : fault.status}`, async () => {
      found((await visit({ faults: [fault] })).lines, pattern);
    });
  }

  test('a clock that is off', async () => {
    const ahead = await visit({ now: () => Date.now() - 3_600_000 });
    found(ahead.lines, /^fail clock: this machine is 60 min ahead of/);
    assert.equal(ahead.code, 1);
    found((await visit({ now: () => Date.now() + 180_000 })).lines, /^warn clock: .* behind/);
  });

  test('nobody there', async () => {
    const { lines } = await examine({
      APP_ID,
      APP_KEY,
      PRIVATE_KEY: privateKey,
      GATEWAY: 'http://localhost:1',
    });
    found(lines, /^fail acceptance: the service has not answered/);
    found(lines, /^fail clock: .*does not answer/);
  });
});

describe('keys', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const locked = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  for (const [name, PRIVATE_KEY, pattern] of [
    ['text', 'not a key', /no private key/],
    ['the public half', APP.publicKey, /public half/],
    ['too short', short.export({ type: 'pkcs8', format: 'pem' }), /1024 bits/],
    ['another kind', curve.export({ type: 'pkcs8', format: 'pem' }), /not RSA/],
    [
      'encrypted',
      locked.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }),
      /encrypted/,
    ],
  ] as const) {
    test(`${name} is no key to use`, async () => {
      const { lines, code } = await visit({}, { PRIVATE_KEY: String(PRIVATE_KEY) });
      found(lines, new RegExp(`^fail key: .*${pattern.source}`));
      found(lines, /^skip acceptance/);
      assert.equal(code, 1);
    });
  }

  test('PKCS#1, escaped ends of lines, bare base64 and files are read', async () => {
    const pkcs1 = locked.export({ type: 'pkcs1', format: 'pem' }).toString();
    const file = join(folder, 'key.pem');
    await writeFile(file, pkcs1);
    for (const environment of [
      { PRIVATE_KEY: pkcs1 },
      { PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') },
      { PRIVATE_KEY: privateKey.replace(/-----[A-Z ]+-----|\n/g, '') },
      { PRIVATE_KEY_FILE: file },
    ]) {
      found((await visit({}, environment)).lines, /^ok key: RSA, 2048 bits/);
    }
  });

  for (const [name, APP_KEY, pattern] of [
    ['short', 'F0E1D2C3', /8 characters/],
    ['quoted', `"${APP.appKey}"`, /quotes/],
    ['the appId', APP_ID, /appId/],
    ['of 20 characters', 'F0E1D2C3B4A596877869', /^warn appKey: .*32 are usual/],
  ] as const) {
    test(`an appKey that is ${name}`, async () => {
      found((await visit({}, { APP_KEY })).lines, pattern);
    });
  }
});

describe('the page', () => {
  const look = async (more: Record<string, string>, document = '<!doctype html>', environment = {}) => {
    headers = more;
    html = document;
    return examine({ ...environment });
  };
  const csp = (policy: string) => ({ 'content-security-policy': policy });
  const CM = 'https://verify.cmpassport.com https://www.cmpassport.com';

  test('how its address is registered', async () => {
    const { lines } = await examine({}, `${page}?a=b#/c`);
    found(lines, new RegExp(`^ok registration: register as referer, to the letter: ${page}$`));
    found(lines, new RegExp(`^ok registration: register as origin: ${new URL(page).origin}$`));
    found((await examine({}, page.replace('/login/', '/moved'))).lines, /^warn registration: .*leads to/);
  });

  const carriers = ['China Mobile', 'China Telecom', 'China Unicom', 'page-source="hosted"'];
  for (const [policy, verdicts] of [
    ["default-src 'self'", 'fail fail fail warn'],
    [`default-src 'none'; connect-src 'self' ${CM}`, 'ok fail fail warn'],
    [`default-src 'none'; connect-src ${CM}; script-src 'self' https://id6.me`, 'ok ok fail warn'],
    [
      `connect-src *; script-src 'self' https://*.wostore.cn; frame-src https://www.cmpassport.com`,
      'ok fail ok ok',
    ],
    [`connect-src *; script-src 'nonce-abc' 'strict-dynamic' https:`, 'ok warn warn ok'],
    [`connect-src https:; script-src https:, script-src 'self'`, 'ok fail fail ok'],
    ["script-src 'none'", 'ok fail fail ok'],
    // The page came by http, so a host without its scheme is allowed by http and https.
    ['connect-src www.cmpassport.com verify.cmpassport.com', 'ok ok ok ok'],
    ['connect-src https://www.cmpassport.com:8443', 'fail fail fail ok'],
    ["CONNECT-SRC 'NONE'", 'fail fail fail ok'],
    ["img-src 'self'", 'ok ok ok ok'],
    ['', 'ok ok ok ok'],
  ] as const) {
    test(`CSP ${policy}: ${verdicts}`, async () => {
      const { lines } = await look(policy === '' ? {} : csp(policy));
      for (const [index, who] of carriers.entries()) {
        found(lines, new RegExp(`^${verdicts.split(' ')[index] ?? ''} page policy: ${who}`));
      }
    });
  }

  test('in a meta element, and behind a gateway of one’s own', async () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`;
    found((await look({}, meta)).lines, /^fail page policy: China Mobile/);
    found((await look({}, `<!-- ${meta} -->`)).lines, /^ok page policy: China Mobile/);
    const own = { GATEWAY: new URL(page).origin };
    found((await look(csp("default-src 'self'"), '', own)).lines, /^ok page policy: China Telecom/);
    const { lines } = await look(csp("default-src 'self'"), '', { GATEWAY: 'http://localhost:1' });
    found(lines, /China Mobile: .* add connect-src http:\/\/localhost:1$/);
  });

  for (const [more, pattern] of [
    [{ 'referrer-policy': 'no-referrer' }, /^warn referrer policy: "no-referrer"/],
    [{ 'referrer-policy': 'no-referrer, of-tomorrow' }, /^warn referrer policy: "no-referrer"/],
    [{ 'referrer-policy': 'no-referrer, unsafe-url' }, /^ok referrer policy: unsafe-url/],
    [{ 'referrer-policy': 'unsafe-url' }, /^ok referrer policy/],
    [csp('trusted-types lit-html'), /^fail page policy: .*lacks ydrz-elements/],
    [{ 'cross-origin-embedder-policy': 'require-corp' }, /^fail frames: .*require-corp/],
    [{ 'x-frame-options': 'DENY' }, /^ok frames: /],
    [csp('sandbox allow-scripts'), /^fail frames: .*sandbox/],
  ] as const) {
    test(JSON.stringify(more), async () => {
      found((await look(more)).lines, pattern);
    });
  }

  test('nobody there', async () => {
    const { lines, code } = await examine({}, 'http://localhost:1/');
    found(lines, /^fail page: .*does not answer/);
    assert.equal(code, 1);
  });
});
