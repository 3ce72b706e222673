import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import type { CustomElementDeclaration } from 'custom-elements-manifest';
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { OPTION_PROPERTIES, STYLES } from '../../scripts/manifest/css-properties.js';
import { elementsOf, isManifest } from '../../scripts/manifest/plugin.js';
import { YdrzAuthLayerElement, YdrzAuthPageElement, YdrzLoginElement } from 'ydrz-elements/elements';
import { LOGIN_EVENTS, LOGIN_STATES } from '../../src/login/names.js';
import { AUTHORIZE, CANCEL, CUSTOM_CONTROL, INPUT_COMPLETE, VIEW_PARTS } from '../../src/views/names.js';
import { publicMembers } from './public-members.js';

const manifest: unknown = JSON.parse(
  await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
);
assert.ok(isManifest(manifest));
const elements = elementsOf(manifest);

const CLASSES = [YdrzLoginElement, YdrzAuthLayerElement, YdrzAuthPageElement] as const;
const VIEW_EVENTS = [AUTHORIZE, CANCEL, CUSTOM_CONTROL, INPUT_COMPLETE];
const EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['YdrzLoginElement', [...LOGIN_EVENTS]],
  ['YdrzAuthLayerElement', VIEW_EVENTS],
  ['YdrzAuthPageElement', VIEW_EVENTS],
]);

/** The manifest's entry of a class. */
const entryOf = ({ name }: { name: string }): CustomElementDeclaration => {
  const entry = elements.find((element) => element.name === name);
  assert.ok(entry, `${name} is not in the manifest`);
  return entry;
};

const namesOf = (items: readonly { name: string }[] = []): string[] => items.map(({ name }) => name).sort();

test('the manifest is valid by the schema of its format', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
});

test('it lists the three elements and no class beside them', () => {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  assert.deepEqual(namesOf(declarations), namesOf(CLASSES));
  assert.deepEqual(namesOf(elements), namesOf(CLASSES));
});

for (const element of CLASSES) {
  const entry = entryOf(element);

  test(`${element.name}: the attributes are the observed ones, but for those that are told to be properties`, () => {
    // Asking for these makes Lit gather the properties.
    const { observedAttributes } = element;
    const refused = [...element.elementProperties].filter(([, { attribute }]) => attribute === false);
    const observed = observedAttributes.filter((name) => !refused.some(([alone]) => alone === name));
    assert.deepEqual(namesOf(entry.attributes), observed.sort());
  });

  test(`${element.name}: the members are the public ones of the source`, () => {
    assert.deepEqual(namesOf(entry.members), publicMembers(element.name));
  });

  test(`${element.name}: the events are those that the source names`, () => {
    assert.deepEqual(namesOf(entry.events), [...(EVENTS.get(element.name) ?? [])].sort());
  });

  test(`${element.name}: everything has a description`, () => {
    const { members, attributes, events, slots, cssParts, cssProperties, cssStates } = entry;
    for (const item of [members, attributes, events, slots, cssParts, cssProperties, cssStates].flat()) {
      assert.ok(!item || item.description, `${item?.name ?? ''} has no description`);
    }
    assert.ok(entry.description);
  });

  test(`${element.name}: everything that can be set has a default`, () => {
    const fields = (entry.members ?? []).filter((member) => member.kind === 'field' && !member.readonly);
    const readonly = namesOf(
      (entry.members ?? []).filter((member) => 'readonly' in member && member.readonly),
    );
    const attributes = (entry.attributes ?? []).filter(({ fieldName = '' }) => !readonly.includes(fieldName));
    for (const item of [...fields, ...attributes, ...(entry.cssProperties ?? [])]) {
      assert.ok('default' in item && item.default, `${item.name} has no default`);
    }
  });

  test(`${element.name}: the custom properties are the options’ and those that its style sheets use`, () => {
    const listed = namesOf(entry.cssProperties);
    const options = namesOf(OPTION_PROPERTIES.get(entry.tagName ?? ''));
    const used = STYLES.get(entry.tagName ?? '')?.names ?? [];
    const known = elements.flatMap(({ cssProperties }) => namesOf(cssProperties));
    assert.equal(new Set(listed).size, listed.length, 'one is listed twice');
    assert.deepEqual(
      options.filter((name) => !listed.includes(name)),
      [],
    );
    assert.deepEqual(
      used.filter((name) => !known.includes(name)),
      [],
      'one that is used is not in the manifest',
    );
    assert.deepEqual(
      listed.filter((name) => !options.includes(name) && !used.includes(name)),
      [],
    );
  });
}

test('every documented option has its custom property: 48 of the popup, 86 of the page', () => {
  assert.ok((OPTION_PROPERTIES.get('ydrz-auth-layer')?.length ?? 0) >= 48);
  assert.equal(OPTION_PROPERTIES.get('ydrz-auth-page')?.length, 86);
});

test('every module that it names is a file of the package', () => {
  assert.equal(manifest.modules.length, 4);
  for (const { path } of manifest.modules) assert.ok(existsSync(path), path);
});

test('the states and the parts are those that the source names', () => {
  const login = entryOf(YdrzLoginElement);
  assert.deepEqual(namesOf(login.cssStates), [...LOGIN_STATES].sort());
  const states = LOGIN_STATES.map((state) => `'${state}'`).join(' | ');
  const [attribute] = (login.attributes ?? []).filter(({ name }) => name === 'state');
  assert.equal(attribute?.type?.text, states);
  const views = [YdrzAuthLayerElement, YdrzAuthPageElement].flatMap((element) =>
    namesOf(entryOf(element).cssParts),
  );
  assert.deepEqual([...new Set(views)].sort(), [...VIEW_PARTS].sort());
  assert.deepEqual(
    VIEW_PARTS.filter((part) => !namesOf(login.cssParts).includes(part)),
    [],
  );
});
