import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOGIN_EVENTS } from '../login/names.js';
import { YdrzLoginElement } from '../login/login-element.js';
import { YdrzAuthLayerElement } from '../views/auth-layer-element.js';
import { YdrzAuthPageElement } from '../views/auth-page-element.js';
import { LAYER_PROPERTIES } from './auth-layer.js';
import { LOGIN_EVENT_PROPS, LOGIN_PROPERTIES } from './login.js';
import { SCREEN_PROPERTIES } from './screen-props.js';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a page may set: the element's reactive properties, but for the state, which it only shows. */
const settable = (properties: Iterable<PropertyKey>): string[] =>
  [...properties].map(String).filter((name) => name !== 'state');

for (const [element, properties] of [
  [YdrzLoginElement, LOGIN_PROPERTIES],
  [YdrzAuthLayerElement, LAYER_PROPERTIES],
  [YdrzAuthPageElement, SCREEN_PROPERTIES],
] as const) {
  test(`${element.name}: the component knows each property, and its attribute is named after it`, () => {
    // Asking for these makes Lit gather the properties.
    assert.ok(element.observedAttributes.length > 0);
    assert.deepEqual([...properties].sort(), settable(element.elementProperties.keys()).sort());
    for (const [name, { attribute }] of element.elementProperties) {
      if (typeof attribute === 'string') assert.equal(attribute, kebab(String(name)));
      else if (attribute !== false) assert.equal(String(name), kebab(String(name)));
    }
  });
}

test('YdrzLogin knows each event', () => {
  assert.deepEqual(Object.values(LOGIN_EVENT_PROPS).sort(), [...LOGIN_EVENTS].sort());
});
