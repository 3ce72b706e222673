import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nested } from '../../test/nested-options.js';
import { layerTable } from './layer-options.js';
import { layerOptionsOf } from './page-option.js';
import { pageTable } from './page-options.js';
import { readLayerOptions, readPageOptions } from './read-options.js';
import { rowsOf } from './rows.js';
import type { ScreenOptions } from './types.js';

function assertSafe({ properties, values }: ScreenOptions): void {
  const own = values.controls.flatMap((control) => [...control.properties]);
  for (const [name, value] of [...properties, ...own]) {
    assert.match(name, /^--ydrz(-[a-z]+)+$/);
    assert.ok(value.trim() !== '' && value.length < 1000, value);
    assert.doesNotMatch(value, /[;{}<>\\@!\n\r\f\0]|\/\*|url\(|var\(|env\(|expression\(|javascript:/i);
    // Brackets and quotes close in order.
    assert.match(value, /^(?:[^()"']|\([^()"']*\)|"[^()"']*")*$/);
  }
  const { agreements, controls } = values;
  for (const { name, url } of [...agreements, ...controls]) {
    assert.ok(name !== '' && Array.from(name).length <= 60);
    assert.doesNotMatch(name, /\p{C}/u);
    if (url !== undefined) assertAddress(url, /^https?:$/);
  }
  for (const text of [values.title, values.appName, values.submitText]) {
    if (text !== undefined) assert.doesNotMatch(text, /\p{C}/u);
  }
  const { logoImage, closeImage, backImage, checkedImage, uncheckedImage } = values;
  for (const image of [logoImage, closeImage, backImage, checkedImage, uncheckedImage]) {
    if (image !== undefined) assertAddress(image, /^(https?|data):$/);
  }
}

function assertAddress(address: string, protocol: RegExp): void {
  assert.match(new URL(address, 'https://base.example/').protocol, protocol);
  assert.doesNotMatch(address, /["<>]/);
}

const nasty = fc.constantFrom(
  '1px;color:red',
  'red}*{color:red',
  'url(https://evil.example)',
  'var(--x)',
  'expression(alert(1))',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202e\u200b\u0000',
  '/* */red',
  '\\72 ed',
  'calc(1px)',
  'center',
  '-1px',
  '0',
  'ture',
  '6.5rem ',
  '#FFF',
  'rgb(1 2 3 / 0)',
  '1px solid rgb(1, 2, 3)',
  '"a", b',
  '/ok.png',
);
const leaf = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.jsonValue(), fc.double(), fc.mixedCase(nasty));
/** Texts from the pieces that CSS, markup and addresses are made of. */
const pieces = fc
  .array(
    fc.oneof(
      nasty,
      fc.constantFrom('(', ')', '"', "'", ',', ' ', '/', ';', ':', '%', 'px', 'rgb(', '1', 'a'),
    ),
  )
  .map((parts) => parts.join(''));

/** Options with the documented names and any values. */
function aimed(options: readonly string[], value: fc.Arbitrary<unknown>) {
  return fc
    .array(fc.tuple(fc.constantFrom(...options), value), { maxLength: 30 })
    .map((entries) => nested(new Map(entries)));
}

const links = fc.array(fc.record({ name: leaf, url: leaf }, { requiredKeys: [] }));

for (const [screen, table, read] of [
  ['layer', layerTable, readLayerOptions],
  ['page', pageTable, readPageOptions],
] as const) {
  const names = rowsOf(table).map(([option]) => option);
  const warn = () => undefined;

  test(`${screen}: any value at all is read without a throw, and nothing unsafe comes out`, () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (options) => assertSafe(read(options, { warn })),
      ),
    );
  });

  test(`${screen}: any JSON text is read without a throw, and nothing unsafe comes out`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (options) => assertSafe(read(options, { warn }))),
    );
  });

  test(`${screen}: documented options with any values give nothing unsafe`, () => {
    const values = fc.oneof(leaf, pieces, links);
    fc.assert(
      fc.property(aimed(names, values), (options) => {
        const before = JSON.stringify(options);
        const warnings: string[] = [];
        assertSafe(read(options, { warn: (sentence) => warnings.push(sentence) }));
        assert.equal(JSON.stringify(options), before, 'the caller’s object is left as it was');
        assert.equal(new Set(warnings).size, warnings.length, 'one warning per option');
      }),
      { numRuns: 1000 },
    );
  });
}

test('page option: any value gives layer options that are safe', () => {
  const conf = fc.oneof(
    leaf,
    fc
      .array(fc.dictionary(fc.constantFrom('name', 'url', 'color', 'border', 'left'), leaf))
      .map((list) => JSON.stringify(list)),
  );
  const aimedAt = fc.record(
    {
      agreeTextColour: leaf,
      configBusinessName: leaf,
      agreeButtonColour: pieces,
      pageTitle: pieces,
      agreeCheckPic: leaf,
      customControlsConf: conf,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(aimedAt, fc.anything()), (pageOption) =>
      assertSafe(readLayerOptions(layerOptionsOf(pageOption), { warn: () => undefined })),
    ),
  );
});
