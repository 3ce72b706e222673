import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(ROOT, path), 'utf8'));

/** Every text under a `description`, however deep. */
const descriptionsIn = (value: unknown): string[] =>
  typeof value === 'object' && value
    ? Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
        key === 'description' && typeof inside === 'string' ? [inside] : descriptionsIn(inside),
      )
    : [];

/** The words of an option come from the options' own table, which has both languages. */
const ofAnOption = (text: string): boolean => /; option `[\w.]+`$/.test(text);

const sentences = async (): Promise<Set<string>> => {
  const elements = descriptionsIn(await read('demo/pages/generated/elements.json'));
  const interfaces = descriptionsIn(await read('demo/pages/generated/interfaces.json'));
  return new Set(
    [...elements.flatMap((text) => text.split(/\n\s*\n/)), ...interfaces]
      .map((text) =>
        text
          .replace(/\s+/g, ' ')
          .replace(/^On the authorization screen: /, '')
          .trim(),
      )
      .filter((text) => text !== '' && !ofAnOption(text)),
  );
};

test('every description of the interface has its Chinese, and no Chinese is left of a description that is gone', async () => {
  const english = await sentences();
  const translations = await read('demo/pages/reference/zh-CN.json');
  assert.ok(typeof translations === 'object' && translations);
  const chinese = new Map<string, unknown>(Object.entries(translations));
  assert.ok(english.size > 100);
  assert.deepEqual({ missing: [...english].filter((text) => !chinese.has(text)) }, { missing: [] });
  assert.deepEqual({ stale: [...chinese.keys()].filter((text) => !english.has(text)) }, { stale: [] });
  for (const [text, zh] of chinese) assert.match(String(zh), /\p{Script=Han}/u, text);
});

test('every interface that is published, and every field of one, says what it is', async () => {
  const interfaces = await read('demo/pages/generated/interfaces.json');
  assert.ok(Array.isArray(interfaces) && interfaces.length > 20);
  /** Names of what has no description, with what they stand in. */
  const silent = (value: unknown, within = ''): string[] => {
    if (typeof value !== 'object' || !value) return [];
    const { name, description, fields }: { name?: unknown; description?: unknown; fields?: unknown } = value;
    const path = `${within}${String(name)}`;
    const inside = Array.isArray(fields) ? fields.flatMap((field) => silent(field, `${path}.`)) : [];
    return description === '' ? [path, ...inside] : inside;
  };
  assert.deepEqual(
    interfaces.flatMap((one) => silent(one)),
    [],
  );
});
