import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { elementsOf, isManifest } from '../../scripts/manifest/plugin.js';

const read = (file: string): Promise<string> => readFile(join(import.meta.dirname, '../..', file), 'utf8');

test('SECURITY.md says of every attribute what injected markup can do with it', async () => {
  const manifest: unknown = JSON.parse(await read('custom-elements.json'));
  assert.ok(isManifest(manifest));
  const attributes = elementsOf(manifest).flatMap((element) => element.attributes ?? []);
  assert.ok(attributes.length > 30);
  const [, said = ''] = (await read('SECURITY.md')).split('## What injected markup can do');
  const [section = ''] = said.split('\n## ', 1);
  const unsaid = attributes.map(({ name }) => name).filter((name) => !section.includes('`' + name));
  assert.deepEqual(unsaid, []);
});
