import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOGIN_EVENTS } from '../login/names.js';
import { YdrzLoginElement } from '../login/login-element.js';
import { YdrzAuthLayerElement } from '../views/auth-layer-element.js';
import { YdrzAuthPageElement } from '../views/auth-page-element.js';
import { attributesOf } from './element-component.js';
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

test('React writes a form’s id as an attribute, in a way that does not set the property that can only be read', () => {
  const wrapped = { tag: 'ydrz-login', properties: LOGIN_PROPERTIES, events: LOGIN_EVENT_PROPS };
  const attributes = attributesOf(wrapped, {
    ...{ form: 'checkout', className: 'wide', id: 'login', appId: '1', layerOptions: {} },
  });
  const written = { FORM: 'checkout', class: 'wide', id: 'login', 'app-id': '1' };
  assert.deepEqual(attributes, { suppressHydrationWarning: true, ...written });
  assert.ok('form' in YdrzLoginElement.prototype && !('FORM' in YdrzLoginElement.prototype));
});
