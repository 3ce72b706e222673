import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentedLayerOptions, documentedPageOptions } from '../../test/documented-options.js';
import { layerTable } from '../../src/options/layer-options.js';
import { pageTable } from '../../src/options/page-options.js';
import { optionRows } from './site-data.js';

test('the option reference has every documented option, with its default, its CSS property and its meaning', () => {
  const rows = {
    layer: optionRows('ydrz-auth-layer', layerTable),
    page: optionRows('ydrz-auth-page', pageTable),
  };
  for (const [listed, documented] of [
    [rows.layer, documentedLayerOptions],
    [rows.page, documentedPageOptions],
  ] as const) {
    const byName = new Map(listed.map((row) => [row.option, row]));
    for (const [option] of documented) {
      const row = byName.get(option);
      assert.ok(row?.default && row.en && row.zh, option);
      assert.match(row.property, /^--ydrz-/);
    }
  }
  assert.equal(rows.layer.find(({ option }) => option === 'phoneStyle.fontSize')?.default, '22px');
});
