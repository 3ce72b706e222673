import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { absent, notText, nothing, refused, testOption } from '../../test/option-cases.js';
import type { Case } from '../../test/option-cases.js';
import { readLayerOptions, readPageOptions } from './read-options.js';

testOption(
  'true or false',
  readLayerOptions,
  'maskStyle.ifShowMask',
  ({ values }) => (values.masked ? 'true' : undefined),
  [
    ...nothing,
    ...notText,
    [true, 'true'],
    ['true', 'true'],
    ['ture', 'true'],
    ['TRUE ', 'true'],
    [1, 'true'],
    ['1', 'true'],
    [false, absent],
    ['false', absent],
    [0, absent],
    ['maybe', refused],
    [2, refused],
  ],
);

testOption(
  'close button hidden',
  readLayerOptions,
  'closeBtnStyle.ifShowBtn',
  ({ values }) => (values.closeShown ? undefined : 'false'),
  [
    [false, 'false'],
    ['false', 'false'],
    ['0', 'false'],
    ['', absent],
    ['nein', refused],
  ],
);

testOption('texts', readLayerOptions, 'submitBtnStyle.name', ({ values }) => values.submitText, [
  ...nothing,
  ...notText,
  [' 确认 \n 登录 ', '确认 登录'],
  [123, '123'],
  ['a\u202eb\u200b\u0000c', 'abc'],
  ['\u202e', absent],
  ['e\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301'],
  ['<b>x</b>', '<b>x</b>'],
  ['长'.repeat(500_000), '长'.repeat(60)],
  ['😀'.repeat(500), '😀'.repeat(60)],
  [true, refused],
]);

testOption('title', readPageOptions, 'titleStyle.name', ({ values }) => values.title, [
  ['', ''],
  ['  ', ''],
  [null, absent],
  ['登录', '登录'],
  [{}, refused],
]);

const badAddresses: readonly Case[] = [
  ['javascript:alert(1)', refused],
  [' JavaScript:alert(1)', refused],
  ['java\nscript:alert(1)', refused],
  ['java\tscript:alert(1)', refused],
  ['\u0001javascript:alert(1)', refused],
  ['vbscript:x', refused],
  ['file:///etc/passwd', refused],
  ['blob:https://a.example/1', refused],
  ['about:blank', refused],
  ['data:text/html,<script>alert(1)</script>', refused],
  ['http://', refused],
  ['https://a.example/"onload="x', refused],
  ['https://a.example/\\x', refused],
  [`https://a.example/${'a'.repeat(5000)}`, refused],
];
const goodAddresses: readonly Case[] = [
  ['https://a.example/logo.png?x=1#y', 'https://a.example/logo.png?x=1#y'],
  [' http://a.example ', 'http://a.example'],
  ['/img/logo.png', '/img/logo.png'],
  ['./logo.png', './logo.png'],
  ['logo.png', 'logo.png'],
  ['//a.example/x', '//a.example/x'],
  ['https://a.example/协议', 'https://a.example/协议'],
];

testOption('images', readPageOptions, 'logoStyle.url', ({ values }) => values.logoImage, [
  ...nothing,
  ...notText,
  ...badAddresses,
  ...goodAddresses,
  ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
  ['data:image/svg+xml,%3Csvg%3E', 'data:image/svg+xml,%3Csvg%3E'],
  ['data:image/xml,<x>', refused],
  [`data:image/png;base64,${'A'.repeat(1_000_000)}`, refused],
]);

for (const [url, expected] of [
  ...nothing,
  ...badAddresses,
  ...goodAddresses,
  ['data:image/png;base64,AA', refused] as const,
]) {
  test(`a control's address: ${inspect(url, { maxStringLength: 40 })}`, () => {
    const warnings: string[] = [];
    const options = { customControlStyle: { ifShow: 'ture', name: '其他登录方式', url } };
    const { values } = readLayerOptions(options, { warn: (sentence) => warnings.push(sentence) });
    assert.deepEqual(values.controls, [
      {
        name: '其他登录方式',
        url: typeof expected === 'symbol' ? undefined : expected,
        properties: new Map(),
      },
    ]);
    assert.equal(warnings.length, expected === refused ? 1 : 0);
  });
}
