import { expect, fixture, html } from '@open-wc/testing';
import { elementsOf, isManifest } from '../../scripts/manifest/plugin.js';
import { answerWith, asked, HIDDEN, openLogin } from '../services/element-fixture.js';
import 'ydrz-elements';

interface Entry {
  parts: string[];
  slots: string[];
}

const manifest: unknown = await (await fetch('/custom-elements.json')).json();

/** What the manifest says of an element. */
const entryOf = (tag: string): Entry => {
  const element = isManifest(manifest) && elementsOf(manifest).find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`${tag} is not in the manifest`);
  const { cssParts = [], slots = [] } = element;
  return { parts: cssParts.map(({ name }) => name).sort(), slots: slots.map(({ name }) => name).sort() };
};

/** The parts and slots that are rendered, over all the times that it is asked. */
class Rendered {
  readonly parts = new Set<string>();
  readonly slots = new Set<string>();

  add({ shadowRoot }: Element): void {
    for (const element of shadowRoot?.querySelectorAll('[part]') ?? []) {
      for (const part of element.part) this.parts.add(part);
    }
    for (const slot of shadowRoot?.querySelectorAll('slot') ?? []) this.slots.add(slot.name);
  }
}

const control = { customControlStyle: { ifShow: true, name: '其他登录方式', url: '/other' } };

describe('the parts and slots in the manifest are the rendered ones', () => {
  it('<ydrz-auth-layer>', async () => {
    const rendered = new Rendered();
    const layer = await fixture<HTMLElementTagNameMap['ydrz-auth-layer']>(
      html`<ydrz-auth-layer mask-phone="138****8000" masked></ydrz-auth-layer>`,
    );
    layer.options = control;
    for (const authLevel of ['4', '1']) {
      layer.authLevel = authLevel;
      await layer.show();
      rendered.add(layer);
      layer.pending = true;
      await layer.updateComplete;
      rendered.add(layer);
      layer.pending = false;
    }
    layer.setAttribute('options', JSON.stringify({ standardPopup: { title: '本机号码登录' } }));
    await layer.updateComplete;
    rendered.add(layer);
    expect([...rendered.parts].sort()).to.deep.equal(entryOf('ydrz-auth-layer').parts);
    expect([...rendered.slots]).to.deep.equal(entryOf('ydrz-auth-layer').slots);
  });

  it('<ydrz-auth-page>', async () => {
    const rendered = new Rendered();
    const page = await fixture<HTMLElementTagNameMap['ydrz-auth-page']>(
      html`<ydrz-auth-page mask-phone="138****8000" app-name="书店"></ydrz-auth-page>`,
    );
    page.options = { ...control, logoStyle: { url: 'data:image/png;base64,' } };
    for (const authLevel of ['4', '1']) {
      page.authLevel = authLevel;
      await page.show();
      rendered.add(page);
      page.pending = true;
      await page.updateComplete;
      rendered.add(page);
      page.pending = false;
    }
    expect([...rendered.parts].sort()).to.deep.equal(entryOf('ydrz-auth-page').parts);
    expect([...rendered.slots]).to.deep.equal(entryOf('ydrz-auth-page').slots);
  });

  it('<ydrz-login>, with those of the screens', async () => {
    const rendered = new Rendered();
    const { element } = await openLogin();
    rendered.add(element);
    const request = asked(element);
    const login = element.login();
    await request;
    await element.updateComplete;
    rendered.add(element);
    (await request).submit(HIDDEN);
    await login;
    element.appId = '';
    answerWith(element);
    await element.login().catch(() => undefined);
    await element.updateComplete;
    rendered.add(element);
    const screens = [...entryOf('ydrz-auth-layer').parts, ...entryOf('ydrz-auth-page').parts];
    expect([...new Set([...rendered.parts, ...screens])].sort()).to.deep.equal(entryOf('ydrz-login').parts);
    expect([...rendered.slots].sort()).to.deep.equal(entryOf('ydrz-login').slots);
  });
});
