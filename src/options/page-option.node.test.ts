import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerOptionsOf } from './page-option.js';
import { readLayerOptions } from './read-options.js';

function read(pageOption: unknown) {
  const warnings: string[] = [];
  const screen = readLayerOptions(layerOptionsOf(pageOption), {
    warn: (sentence) => warnings.push(sentence),
  });
  return { ...screen, warnings };
}

const pageOption = {
  agreeTextColour: '#666666',
  configBusinessName: '示例应用',
  agreeButtonColour: '#FF6600',
  agreeButtonText: '同意并登录',
  pageTitle: '一键登录',
  agreeCheckPic: 'https://img.example/tick.png',
  customControlsConf: JSON.stringify([
    {
      name: '其他方式',
      width: '120px',
      height: 24,
      high: '200px',
      left: 'center',
      'font-size': '14px',
      'background-color': '#FFF',
      'border-radius': '4px',
      color: '#333',
      border: '1px solid #ccc',
      'text-decoration': 'underline',
      'text-align': 'center',
      url: 'https://a.example/',
    },
    { name: '帮助', url: '/help', color: 'red' },
  ]),
};

test('every field of the page option finds its place', () => {
  const { properties, values, warnings } = read(pageOption);
  assert.deepEqual(warnings, []);
  assert.deepEqual(Object.fromEntries(properties), {
    '--ydrz-agree-font-color': '#666666',
    '--ydrz-submit-btn-bg-color': '#FF6600',
  });
  assert.equal(values.standard, true);
  assert.equal(values.title, '一键登录');
  assert.equal(values.appName, '示例应用');
  assert.equal(values.submitText, '同意并登录');
  assert.equal(values.checkedImage, 'https://img.example/tick.png');
  assert.equal(values.controls.length, 2);
  const [first, second] = values.controls;
  assert.ok(first);
  assert.equal(first.name, '其他方式');
  assert.equal(first.url, 'https://a.example/');
  assert.deepEqual(Object.fromEntries(first.properties), {
    '--ydrz-custom-control-width': '120px',
    '--ydrz-custom-control-height': '24px',
    '--ydrz-custom-control-high': '200px',
    '--ydrz-custom-control-left': 'center',
    '--ydrz-custom-control-font-size': '14px',
    '--ydrz-custom-control-bg-color': '#FFF',
    '--ydrz-custom-control-border-radius': '4px',
    '--ydrz-custom-control-font-color': '#333',
    '--ydrz-custom-control-border': '1px solid #ccc',
    '--ydrz-custom-control-text-decoration': 'underline',
    '--ydrz-custom-control-text-align': 'center',
  });
  assert.deepEqual(second, {
    name: '帮助',
    url: '/help',
    properties: new Map([['--ydrz-custom-control-font-color', 'red']]),
  });
});

test('without a page option the standard popup has its defaults', () => {
  for (const nothing of [undefined, null, {}, [], 'x', 7, '{"pageTitle":"x"}']) {
    const { properties, values, warnings } = read(nothing);
    assert.equal(values.standard, true);
    assert.equal(values.title, undefined);
    assert.equal(properties.size, 0);
    assert.deepEqual(values.controls, []);
    assert.deepEqual(warnings, []);
  }
});

test('strange fields are left out', () => {
  const { properties, values } = read({
    agreeTextColour: 'red;}',
    configBusinessName: { a: 1 },
    agreeButtonText: '<script>alert(1)</script>',
    pageTitle: ['x'],
    agreeCheckPic: 'javascript:alert(1)',
    customControlsConf: '{"name":"x"}',
  });
  assert.equal(properties.size, 0);
  assert.equal(values.appName, undefined);
  assert.equal(values.submitText, '<script>alert(1)</script>', 'text is text');
  assert.equal(values.title, undefined);
  assert.equal(values.checkedImage, undefined);
  assert.deepEqual(values.controls, []);
});

test('strange controls are left out, and there is a limit', () => {
  const confs: readonly (readonly [unknown, count: number])[] = [
    ['[', 0],
    ['null', 0],
    [7, 0],
    [[{ name: 'an array is taken too' }], 1],
    ['[null, 1, "x", [], {"url":"/"}, {"name":"x","url":"javascript:1"}]', 1],
    [JSON.stringify(Array.from({ length: 500 }, () => ({ name: 'x' }))), 20],
  ];
  for (const [customControlsConf, count] of confs) {
    assert.equal(read({ customControlsConf }).values.controls.length, count);
  }
});
