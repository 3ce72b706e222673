import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentedLayerOptions,
  documentedPageOptions,
  undocumentedLayerOptions,
} from '../../test/documented-options.js';
import { layerTable } from './layer-options.js';
import { pageTable } from './page-options.js';
import { propertyName } from './property-name.js';
import { rowsOf } from './rows.js';

const distances = ['offset', 'place', 'edge'];
const sizes = ['length', 'fixed', 'radius', ...distances];

/** Which of our types may stand for each kind of value in the guide's tables. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'percent or length': sizes,
  'percent, length or center': ['place'],
  'length or center': ['place'],
  length: sizes,
  'length or percent': ['length'],
  'length; the sample uses a percent': ['length'],
  'hex colour': ['color', 'ink'],
  boolean: ['flag'],
  'number 0..1': ['ratio'],
  'center|left|right': ['align'],
  'left|right|center': ['align'],
  'none|underline': ['line'],
  'array of {name,url}': ['agreements'],
  url: ['image', 'link'],
  string: ['text', 'title', 'font'],
  'border shorthand': ['border'],
  'font weight': ['weight'],
};

for (const [screen, table, documented, more] of [
  ['layer', layerTable, documentedLayerOptions, undocumentedLayerOptions],
  ['page', pageTable, documentedPageOptions, []],
] as const) {
  const rows = rowsOf(table);

  test(`the ${screen}'s table has every documented option, what was seen in use, and nothing else`, () => {
    const expected = [...documented.map(([option]) => option), ...more];
    assert.deepEqual(rows.map(([option]) => option).sort(), expected.sort());
  });

  test(`the ${screen}'s options have a type that fits what the guide says they take`, () => {
    const types = new Map<string, string>(rows);
    for (const [option, value] of documented) {
      const type = types.get(option) ?? 'none';
      assert.ok(kinds[value]?.includes(type), `${option} takes ${value}, and is checked as ${type}`);
    }
  });

  test(`the ${screen}'s options have a custom property each`, () => {
    const names = rows.map(([option]) => propertyName(option));
    assert.equal(new Set(names).size, rows.length);
    for (const name of names) assert.match(name, /^--ydrz(-[a-z]+)+$/);
  });
}

test('48 and 86 options are documented', () => {
  assert.equal(documentedLayerOptions.length, 48);
  assert.equal(documentedPageOptions.length, 86);
});

test('names of custom properties follow the rule', () => {
  const names = {
    'phoneStyle.fontSize': '--ydrz-phone-font-size',
    'phoneNumStyle.inputStyle.width': '--ydrz-phone-num-input-width',
    'agreeStyle.checkedButton.checkedColor': '--ydrz-agree-checked-button-checked-color',
    'maskStyle.ifShowMask': '--ydrz-mask-if-show-mask',
    bgColor: '--ydrz-page-bg-color',
  };
  for (const [option, name] of Object.entries(names)) assert.equal(propertyName(option), name);
});
