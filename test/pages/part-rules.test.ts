import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { pageStyle } from './page-style.js';
import { fillIn, inside, makeLogin, press, resetMouse, screen, until, watchPage } from './played-page.js';

const RED = 'rgb(255, 0, 0)';

/** A sheet of the page's own origin, as `data:` is not in WebKit: one of another shows its rules to nobody. */
const IMPORTED = URL.createObjectURL(new Blob(['x-outer::part(name){color:red}'], { type: 'text/css' }));

/** What a page says of the screen's title, of which `red` holds. */
const RULES: Readonly<Record<string, { rules: string; red: boolean }>> = {
  'a plain rule': { rules: 'x-outer::part(name){color:red}', red: true },
  'a rule for all': { rules: '*::part(name){color:red}', red: true },
  'one of several': { rules: 'p,x-outer::part(name),x-outer::part(other){color:red}', red: true },
  'by an attribute and a place': {
    rules: 'main > x-outer[data-look="a,b"]::part(name){color:red}',
    red: true,
  },
  'in a function': { rules: ':is(x-outer,p)::part(name){color:red}', red: true },
  'a medium that holds': { rules: '@media (min-width:1px){x-outer::part(name){color:red}}', red: true },
  'a medium that does not': {
    rules: '@media (min-width:9999px){x-outer::part(name){color:red}}',
    red: false,
  },
  'media in media': {
    rules: '@media screen{@media (max-width:9999px){x-outer::part(name){color:red}}}',
    red: true,
  },
  'what is supported': { rules: '@supports (color:red){x-outer::part(name){color:red}}', red: true },
  'a layer': { rules: '@layer look{x-outer::part(name){color:red}}', red: true },
  'a sheet that is imported': {
    rules: `@import url("${IMPORTED}")`,
    red: true,
  },
  'another host': { rules: 'x-other::part(name){color:red}', red: false },
  'a name that is not exported': { rules: 'x-outer::part(title){color:red}', red: false },
  'a pointer over it': { rules: 'x-outer::part(name):hover{color:red}', red: false },
  'a custom property': {
    rules: 'x-outer{--brand:red}x-outer::part(name){color:var(--brand)}',
    red: true,
  },
};

/** Whether the sheets that the page's sheets import have come. */
const importsAreThere = (): boolean =>
  [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .every((rule) => !(rule instanceof CSSImportRule) || rule.styleSheet !== null);

/** Two hosts around a login, which give its title away as `name`. */
const nest = (login: HTMLElement): HTMLElement => {
  const outer = document.createElement('x-outer');
  outer.dataset['look'] = 'a,b';
  const inner = document.createElement('x-inner');
  login.setAttribute('exportparts', 'title: heading');
  inner.setAttribute('exportparts', 'heading: name');
  outer.attachShadow({ mode: 'open' }).append(inner);
  inner.attachShadow({ mode: 'open' }).append(login);
  return outer;
};

describe('what a page says of the parts of a screen reaches it wherever it is', function () {
  this.timeout(3000);
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(async () => {
    await resetMouse();
    for (const left of document.querySelectorAll('main')) left.remove();
  });

  for (const [name, { rules, red }] of Object.entries(RULES)) {
    it(`${name}: ${red ? 'it is red' : 'it is not red'}`, async () => {
      const colours: string[] = [];
      for (const isHidden of [false, true]) {
        const undo = pageStyle(rules);
        await until(importsAreThere);
        const place = document.createElement('main');
        const login = makeLogin();
        place.append(nest(login));
        document.body.append(place);
        place.hidden = isHidden;
        const afterwards = watchPage();
        const result = login.login();
        const view = await screen();
        expect(document.querySelector('ydrz-screen') !== null).to.equal(isHidden);
        colours.push(getComputedStyle(inside(view, '[part=title]')).color);
        await fillIn(view);
        await result;
        place.hidden = false;
        login.reset();
        await afterwards();
        place.remove();
        undo();
      }
      expect(colours.map((colour) => colour === RED)).to.deep.equal([red, red]);
    });
  }

  it('a pointer over a part of a moved screen is seen', async () => {
    const undo = pageStyle('x-outer::part(name):hover{color:red}');
    const login = makeLogin();
    const place = document.createElement('main');
    place.append(nest(login));
    place.hidden = true;
    document.body.append(place);
    const afterwards = watchPage();
    const result = login.login();
    const view = await screen();
    const title = inside(view, '[part=title]');
    await press(title);
    expect(getComputedStyle(title).color).to.equal(RED);
    await fillIn(view);
    await result;
    login.reset();
    await afterwards();
    undo();
    place.remove();
  });
});
