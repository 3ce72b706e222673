import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import type { LayerOptions, YdrzAuthLayerElement, YdrzLoginElement } from 'ydrz-elements/elements';
import { importCopy } from '../services/copy.js';
import { APP_ID, Lane } from '../services/lane.js';

/** What reads options is a file of its own: the first screen that has some fetches it. */
const READER = 'reader-chunk';

const OPTIONS: LayerOptions = { layerStyle: { width: 266 }, closeBtnStyle: { ifShowBtn: false } };

let copies = 0;

/** A popup and a button of a copy of the package that has loaded nothing beyond them yet. */
const freshCopy = async (): Promise<{
  lane: Lane;
  layer: YdrzAuthLayerElement;
  login: YdrzLoginElement;
}> => {
  const lane = new Lane();
  const { YdrzAuthLayerElement: OriginalLayer, YdrzLoginElement: OriginalLogin } = await importCopy(lane);
  class Layer extends OriginalLayer {}
  class Login extends OriginalLogin {}
  copies += 1;
  customElements.define(`reader-layer-${String(copies)}`, Layer);
  customElements.define(`reader-login-${String(copies)}`, Login);
  const layer = new Layer();
  layer.maskPhone = '138****8000';
  return { lane, layer, login: new Login() };
};

/** Until a lane has been asked for what reads options. */
const asked = async (lane: Lane): Promise<void> => {
  while (!(await lane.asked()).includes(READER)) await new Promise(requestAnimationFrame);
};

const partOf = (view: YdrzAuthLayerElement, name: string): HTMLElement | null =>
  view.renderRoot.querySelector<HTMLElement>(`[part=${name}]`);

/** Shown with `OPTIONS`, or by default. */
const look = (view: YdrzAuthLayerElement): 'options' | 'default' | 'nothing' => {
  const screen = partOf(view, 'layer');
  if (!screen) return 'nothing';
  return screen.offsetWidth === 266 && !partOf(view, 'close') ? 'options' : 'default';
};

describe('what reads options', () => {
  const { warn } = console;
  let warnings: unknown[];
  const rejections: unknown[] = [];
  const rejected = (event: PromiseRejectionEvent): void => {
    rejections.push(event.reason);
  };

  beforeEach(() => {
    warnings = [];
    console.warn = (sentence: unknown) => warnings.push(sentence);
    addEventListener('unhandledrejection', rejected);
  });

  afterEach(() => {
    console.warn = warn;
    removeEventListener('unhandledrejection', rejected);
    document.body.querySelectorAll('[data-made]').forEach((made) => {
      made.remove();
    });
    expect(rejections).to.deep.equal([]);
  });

  const put = (element: HTMLElement): void => {
    element.dataset['made'] = '';
    document.body.append(element);
  };

  it('is not fetched for a screen without options, whatever CSS says of its looks', async () => {
    const { lane, layer } = await freshCopy();
    layer.style.setProperty('--ydrz-layer-width', '266px');
    put(layer);
    await layer.show();
    expect(partOf(layer, 'layer')?.offsetWidth).to.equal(266);
    expect(await lane.asked()).not.to.include(READER);
  });

  it('is there before a screen shows what its options or its CSS say', async () => {
    const { layer } = await freshCopy();
    layer.options = OPTIONS;
    put(layer);
    await layer.show();
    expect(look(layer)).to.equal('options');

    const styled = (await freshCopy()).layer;
    styled.authLevel = '1';
    styled.style.setProperty('--ydrz-submit-btn-name', '"同意并登录"');
    put(styled);
    await styled.show();
    expect(partOf(styled, 'submit')?.textContent.trim()).to.equal('同意并登录');
    expect(warnings).to.deep.equal([]);
  });

  it('is done without, with one warning, where it does not load; the next showing has the options', async () => {
    const { lane, layer } = await freshCopy();
    await lane.spoil({ exchange: READER, kind: 'reset' });
    layer.options = OPTIONS;
    put(layer);
    await layer.show();
    expect(look(layer)).to.equal('default');
    layer.error = '号码不正确';
    await layer.updateComplete;
    expect(warnings).to.have.length(1);
    await lane.heal();
    layer.close();
    await layer.show();
    expect(look(layer)).to.equal('options');
  });

  it('is not waited for without end', async () => {
    const { lane, layer } = await freshCopy();
    await lane.spoil({ exchange: READER, kind: 'slow', delay: 9000 });
    layer.options = OPTIONS;
    layer.open = true;
    put(layer);
    await layer.updateComplete;
    expect(look(layer)).to.equal('default');
    expect(warnings).to.have.length(1);
  });

  it('may come after the screen was closed, or was moved, and changes nothing then', async () => {
    const { lane, layer } = await freshCopy();
    await lane.spoil({ exchange: READER, kind: 'slow', delay: 300 });
    layer.options = OPTIONS;
    put(layer);
    const shown = layer.show();
    await asked(lane);
    layer.close();
    await shown;
    expect(layer.hasAttribute('open')).to.equal(false);

    const moved = await freshCopy();
    await moved.lane.spoil({ exchange: READER, kind: 'slow', delay: 300 });
    moved.layer.options = OPTIONS;
    put(moved.layer);
    const movedShown = moved.layer.show();
    await asked(moved.lane);
    moved.layer.remove();
    await movedShown;
    put(moved.layer);
    await moved.layer.updateComplete;
    expect(look(moved.layer)).to.equal('options');
  });

  for (const [what, settings] of Object.entries({
    'with options': { authPageType: '2', layerOptions: OPTIONS },
    'of the standard popup': { authPageType: '1' },
  })) {
    it(`is fetched ahead for a button ${what}`, async () => {
      const { lane, login } = await freshCopy();
      Object.assign(login, { appId: APP_ID, gateway: lane.gateway() }, settings);
      put(login);
      login.dispatchEvent(new PointerEvent('pointerenter'));
      await asked(lane);
      expect(await lane.asked()).not.to.include('credentials');
    });
  }
});
