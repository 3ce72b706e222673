import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHandler } from '../../test/services/server-kit.js';
import type { HandlerOptions, LoginReport } from './index.js';
import { APP_ID, APP_KEY, PRIVATE_PEM } from '../../test/services/server-fixture.js';

const SITE = 'https://shop.example';

const setUp = (changes: Partial<HandlerOptions> = {}) => {
  const reports: LoginReport[] = [];
  const handler = createHandler({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM },
    onReport: (report) => reports.push(report),
    ...changes,
  });
  const send = (body: unknown, type = 'application/json', headers: Record<string, string> = {}) =>
    handler(
      new Request(`${SITE}/api/ydrz/report`, {
        method: 'POST',
        headers: { 'content-type': type, origin: SITE, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { reports, send };
};

const REPORT: LoginReport = {
  code: '103000',
  phase: 'token',
  operator: 'CT',
  hops: [
    { name: 'credentials', milliseconds: 12, code: '200' },
    { name: 'cm', milliseconds: 80, code: '103111' },
    { name: 'ct-phonescrip', milliseconds: 90, code: '103000' },
    { name: 'ct-script', milliseconds: 300, code: '0' },
    { name: 'ct-callback', milliseconds: 70, code: '103000' },
    { name: 'page-option', milliseconds: 40, code: '103000' },
    { name: 'token', milliseconds: 60, code: '-10001' },
  ],
};

describe('a report', () => {
  for (const type of ['application/json', 'text/plain;charset=UTF-8']) {
    test(`comes as ${type}`, async () => {
      const { reports, send } = setUp();
      const response = await send(REPORT, type);
      assert.equal(response.status, 204);
      assert.equal(await response.text(), '');
      assert.deepEqual(reports, [REPORT]);
    });
  }

  test('loses whatever is not known', async () => {
    const { reports, send } = setUp();
    const hop = {
      name: 'cm',
      milliseconds: 80.6,
      code: '103000',
      url: 'https://shop.example/?phone=13800138000',
    };
    await send({
      ...REPORT,
      phone: '13800138000',
      token: 'STsid',
      __proto__: { polluted: true },
      operator: 'CM<script>',
      hops: [
        hop,
        { ...hop, name: '13800138000' },
        { ...hop, name: 'constructor' },
        { ...hop, milliseconds: 0 },
        { ...hop, milliseconds: -1 },
        { ...hop, milliseconds: '80' },
        { ...hop, milliseconds: 1e9 },
        { ...hop, code: '13800138000' },
        { ...hop, code: {} },
        { ...hop, code: 103000 },
        'cm',
        null,
        ['cm'],
      ],
    });
    const known = { name: 'cm', milliseconds: 81 };
    assert.deepEqual(reports, [
      {
        code: '103000',
        phase: 'token',
        operator: 'unknown',
        hops: [
          { ...known, code: '103000' },
          { ...known, milliseconds: 0, code: '103000' },
          { ...known, code: '' },
          { ...known, code: '' },
          { ...known, code: '' },
        ],
      },
    ]);
  });

  test('has no more hops than a login can have', async () => {
    const { reports, send } = setUp();
    await send({
      ...REPORT,
      hops: Array.from({ length: 200 }, () => ({ name: 'cm', milliseconds: 1, code: '' })),
    });
    assert.equal(reports[0]?.hops.length, 32);
  });

  for (const hops of [undefined, null, 'cm', {}, 7]) {
    test(`may have hops that are none: ${JSON.stringify(hops)}`, async () => {
      const { reports, send } = setUp();
      assert.equal((await send({ ...REPORT, hops })).status, 204);
      assert.deepEqual(reports[0]?.hops, []);
    });
  }

  for (const [what, body, status] of [
    ['no code', { ...REPORT, code: undefined }, 400],
    ['a number for a code', { ...REPORT, code: 103000 }, 400],
    ['a phone number for a code', { ...REPORT, code: '13800138000' }, 400],
    ['words for a code', { ...REPORT, code: 'a b' }, 400],
    ['no phase', { ...REPORT, phase: undefined }, 400],
    ['an unknown phase', { ...REPORT, phase: 'constructor' }, 400],
    ['a list', [REPORT], 400],
    ['broken JSON', '{"code":', 400],
    ['nothing', '', 400],
    ['too much', { ...REPORT, more: 'x'.repeat(17_000) }, 413],
  ] as const) {
    test(`is refused with ${what}: ${String(status)}`, async () => {
      const { reports, send } = setUp();
      assert.equal((await send(body)).status, status);
      assert.deepEqual(reports, []);
    });
  }

  test('is taken from no other site', async () => {
    const { reports, send } = setUp();
    assert.equal((await send(REPORT, 'text/plain', { origin: 'https://evil.example' })).status, 403);
    assert.equal((await send(REPORT, 'text/plain', { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.deepEqual(reports, []);
  });

  test('is taken nowhere unless somebody wants it', async () => {
    const { send } = setUp({ onReport: undefined });
    assert.equal((await send(REPORT)).status, 404);
  });

  test('comes out as an error where it cannot be kept', async () => {
    const { send } = setUp({ onReport: () => Promise.reject(new Error('The store is down')) });
    await assert.rejects(send(REPORT), /store/);
  });
});
