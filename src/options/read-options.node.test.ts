import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { pageSample } from '../../test/documented-options.js';
import { readLayerOptions, readPageOptions } from './read-options.js';

function read(reader: typeof readLayerOptions, options: unknown) {
  const warnings: string[] = [];
  return { ...reader(options, { warn: (sentence) => warnings.push(sentence) }), warnings };
}
const layer = (options: unknown) => read(readLayerOptions, options);
const page = (options: unknown) => read(readPageOptions, options);

function leavesOf(group: object): (readonly [string, unknown])[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? leavesOf(value) : [[name, value]],
  );
}

const bothScreens = [
  ['layer', layer],
  ['page', page],
] as const;

for (const [screen, reader] of bothScreens) {
  test(`${screen}: nothing given means the defaults, without a word`, () => {
    for (const options of [undefined, null, '', ' ', {}, '{}']) {
      const { properties, values, warnings } = reader(options);
      assert.equal(properties.size, 0);
      assert.deepEqual(values, {
        masked: false,
        closeShown: true,
        standard: false,
        title: undefined,
        submitText: undefined,
        agreements: [],
        controls: [],
        logoImage: undefined,
        closeImage: undefined,
        backImage: undefined,
        checkedImage: undefined,
        uncheckedImage: undefined,
      });
      assert.deepEqual(warnings, []);
    }
  });

  test(`${screen}: what is no object gives the defaults and one warning`, () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const options of ['{', '[]', '7', 'null x', [], [1], 7, true, Symbol('s'), () => ({}), proxy]) {
      const { properties, warnings } = reader(options);
      assert.equal(properties.size, 0);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', new RegExp(`^ydrz-elements: ${screen} options must be an object`));
    }
  });

  test(`${screen}: JSON text counts as the object`, () => {
    const { properties } = reader('{"agreeStyle":{"fontSize":"13px"}}');
    assert.deepEqual([...properties], [['--ydrz-agree-font-size', '13px']]);
  });

  test(`${screen}: a group that is no object is warned of once, an empty one is not`, () => {
    const { warnings } = reader({ agreeStyle: 'red', submitBtnStyle: '', customControlStyle: null });
    assert.deepEqual(warnings.length, 1);
    assert.match(warnings[0] ?? '', /agreeStyle takes an object/);
  });

  test(`${screen}: unknown groups and fields are ignored in silence`, () => {
    const { properties, warnings } = reader({ fancyStyle: { width: 5 }, agreeStyle: { shine: 9 }, x: 'y' });
    assert.equal(properties.size, 0);
    assert.deepEqual(warnings, []);
  });

  test(`${screen}: a field may differ in case, and the exact one goes first`, () => {
    assert.equal(reader({ agreestyle: { FONTSIZE: 13 } }).properties.get('--ydrz-agree-font-size'), '13px');
    const both = reader({ agreeStyle: { fontsize: 13, fontSize: 14 } });
    assert.equal(both.properties.get('--ydrz-agree-font-size'), '14px');
  });

  test(`${screen}: hostile objects are harmless`, () => {
    const cycle: Record<string, unknown> = { fontSize: 15 };
    cycle['agreeStyle'] = cycle;
    cycle['customControlStyle'] = cycle;
    assert.equal(reader(cycle).properties.get('--ydrz-agree-font-size'), '15px');

    const trap = {
      agreeStyle: {
        get fontSize() {
          throw new Error('trap');
        },
        fontColor: '#111',
      },
      get submitBtnStyle() {
        throw new Error('trap');
      },
    };
    const { properties, warnings } = reader(trap);
    assert.deepEqual([...properties], [['--ydrz-agree-font-color', '#111']]);
    assert.equal(warnings.length, 2);

    reader(
      '{"__proto__":{"polluted":1},"agreeStyle":{"__proto__":{"fontSize":9}},"constructor":{"prototype":{"polluted":1}}}',
    );
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    const heir = {};
    Object.setPrototypeOf(heir, { fontSize: 9 });
    const inherited = reader({ agreeStyle: heir });
    assert.equal(inherited.properties.size, 0);
  });
}

test('hostile standard popups are harmless', () => {
  const trap = {
    get standardPopup() {
      throw new Error('trap');
    },
  };
  assert.equal(layer(trap).values.standard, false);
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.deepEqual(layer({ standardPopup: { customControls: proxy } }).values.controls, []);
});

test('options that are not CSS may stand in the style sheet instead', () => {
  const sheet: Record<string, string> = {
    '--ydrz-mask-if-show-mask': ' true ',
    '--ydrz-close-btn-if-show-btn': 'false',
    '--ydrz-close-btn-btn-image': 'url("/x.png")',
    '--ydrz-submit-btn-name': '"登录"',
    '--ydrz-agree-checked-image': 'url( /tick.png )',
    '--ydrz-agree-agree-arr': '\'[{"name":"a","url":"/a"}]\'',
    '--ydrz-custom-control-if-show': 'true',
    '--ydrz-custom-control-name': "'短信登录'",
    '--ydrz-custom-control-url': '"javascript:alert(1)"',
    '--ydrz-layer-width': '5px',
  };
  const warnings: string[] = [];
  const rules = { warn: (text: string) => warnings.push(text), styled: (name: string) => sheet[name] ?? '' };
  const { properties, values } = readLayerOptions({ closeBtnStyle: { btnImage: '/y.png' } }, rules);
  assert.equal(properties.size, 0, 'what is CSS needs no reading');
  assert.equal(values.masked, true);
  assert.equal(values.closeShown, false);
  assert.equal(values.closeImage, '/y.png', 'options go before the style sheet');
  assert.equal(values.submitText, '登录');
  assert.equal(values.checkedImage, '/tick.png');
  assert.deepEqual(values.agreements, [{ name: 'a', url: '/a' }]);
  assert.deepEqual(values.controls, [{ name: '短信登录', url: undefined, properties: new Map() }]);
  assert.equal(warnings.length, 1);
  const untitled = readPageOptions(null, { styled: (name) => (name === '--ydrz-title-name' ? '""' : '') });
  assert.equal(untitled.values.title, '');
});

test('a style sheet’s strings and addresses are read with their escapes, however the browser writes them', () => {
  const agreements = [{ name: '"用户"\\协议', url: '/a' }];
  const quoted = JSON.stringify(agreements).replaceAll('\\', '\\\\');
  for (const sheet of [
    {
      '--ydrz-agree-agree-arr': `'${quoted}'`,
      '--ydrz-submit-btn-name': String.raw`'It\'s \"me\" \26 \0000262'`,
      '--ydrz-close-btn-btn-image': String.raw`url(/\(x\).png)`,
    },
    {
      '--ydrz-agree-agree-arr': `"${quoted.replaceAll('"', '\\"')}"`,
      '--ydrz-submit-btn-name': String.raw`"It's \"me\" \
&&2"`,
      '--ydrz-close-btn-btn-image': 'URL("/(x).png")',
    },
    {
      '--ydrz-agree-agree-arr': JSON.stringify(agreements),
      '--ydrz-submit-btn-name': String.raw`"It\27s \22me\22  &&2"`,
      '--ydrz-close-btn-btn-image': '"/(x).png"',
    },
  ]) {
    const warn = (text: string) => assert.fail(text);
    const styles = new Map(Object.entries(sheet));
    const { values } = readLayerOptions(null, { warn, styled: (name) => styles.get(name) ?? '' });
    assert.deepEqual(values.agreements, agreements);
    assert.equal(values.submitText, `It's "me" &&2`);
    assert.equal(values.closeImage, '/(x).png');
  }
  const { values, warnings } = read(
    (options, rules) => readLayerOptions(options, { ...rules, styled: () => String.raw`"\110000"` }),
    null,
  );
  assert.equal(values.submitText, undefined);
  assert.ok(warnings.some((warning) => warning.includes('submitBtnStyle.name')));
});

test('warnings go to the console where nobody else listens', () => {
  const warn = mock.method(console, 'warn', () => undefined);
  readLayerOptions({ layerStyle: { width: 'wide' } });
  readPageOptions('{');
  assert.equal(warn.mock.callCount(), 2);
  warn.mock.restore();
});

test('layer: `textalign`, as the guide’s samples spell it', () => {
  const { properties } = layer({ agreeStyle: { textalign: 'left' } });
  assert.equal(properties.get('--ydrz-agree-text-align'), 'left');
});

test('layer: sloppy options as they are in use', () => {
  const { properties, values, warnings } = layer({
    layerStyle: { width: '', height: '6.5rem ', bgColor: '' },
    maskStyle: { ifShowMask: 'ture', opacity: '0.6' },
    titleStyle: { name: 'x' },
    logoStyle: {},
    agreeStyle: { agreeArr: [{ name: '', url: '' }, { name: '用户协议', url: '/user.html' }, {}, null] },
  });
  assert.deepEqual(Object.fromEntries(properties), {
    '--ydrz-layer-height': '6.5rem',
    '--ydrz-mask-opacity': '0.6',
  });
  assert.equal(values.masked, true);
  assert.equal(values.title, undefined);
  assert.deepEqual(values.agreements, [{ name: '用户协议', url: '/user.html' }]);
  assert.deepEqual(warnings, []);
});

test('layer: values that are shown', () => {
  const { values } = layer({
    closeBtnStyle: { ifShowBtn: 'false', btnImage: '/x.png' },
    agreeStyle: { checkedImage: '/tick.png' },
    submitBtnStyle: { name: '登录' },
    customControlStyle: { ifShow: true, name: '短信登录', url: '/sms' },
  });
  assert.equal(values.closeShown, false);
  assert.equal(values.closeImage, '/x.png');
  assert.equal(values.checkedImage, '/tick.png');
  assert.equal(values.submitText, '登录');
  assert.deepEqual(values.controls, [{ name: '短信登录', url: '/sms', properties: new Map() }]);
});

test('a custom control is shown only when asked for, and only with a text', () => {
  for (const customControlStyle of [
    { name: 'x', url: '/' },
    { ifShow: true, url: '/' },
    { ifShow: 'false', name: 'x' },
  ]) {
    assert.deepEqual(layer({ customControlStyle }).values.controls, []);
  }
});

test('agreements: a bad address is left out with one warning, and there is a limit', () => {
  const bad = { name: 'a', url: 'javascript:alert(1)' };
  const good = { name: '<i>b</i>\u202e', url: 'https://b.example/' };
  const some = layer({ agreeStyle: { agreeArr: [bad, good, { name: 'c' }, 'd'] } });
  assert.deepEqual(some.values.agreements, [{ name: '<i>b</i>', url: 'https://b.example/' }]);
  assert.equal(some.warnings.length, 1);

  const many = layer({ agreeStyle: { agreeArr: Array.from({ length: 1000 }, () => good) } });
  assert.equal(many.values.agreements.length, 20);
  assert.equal(many.warnings.length, 1);

  assert.equal(layer({ agreeStyle: { agreeArr: { name: 'x' } } }).warnings.length, 1);
});

test('page: the guide’s sample is taken whole, in pixels', () => {
  const { properties, values, warnings } = page(pageSample);
  assert.deepEqual(warnings, []);
  const some = {
    '--ydrz-page-bg-color': '#FFFFFF',
    '--ydrz-title-font-family': '"PingFangSC-Medium", "PingFangSC", sans-serif',
    '--ydrz-title-height': '21.96px',
    '--ydrz-title-left': 'center',
    '--ydrz-title-width': '70%',
    '--ydrz-phone-num-width': '185.04px',
    '--ydrz-phone-num-input-height': '26.04px',
    '--ydrz-agree-checked-button-uncheck-color': '#cccccc',
    '--ydrz-agree-href-font-color': '#1E82EB',
    '--ydrz-return-btn-width': '7.8px',
    '--ydrz-custom-control-border': 'none',
    '--ydrz-custom-control-high': '450px',
  };
  for (const [name, value] of Object.entries(some)) assert.equal(properties.get(name), value, name);
  assert.equal(values.title, '本机号码登录');
  assert.equal(values.logoImage, 'https://www.cmpassport.com/h5/js/jssdk_auth/image/logo.png');
  assert.equal(values.backImage, 'https://www.cmpassport.com/h5/js/jssdk_auth/image/returnIcon.png');
  assert.deepEqual(values.controls, [
    { name: '其他登录方式', url: 'https://www.baidu.com', properties: new Map() },
  ]);
  const isCss = ([option, value]: readonly [string, unknown]) =>
    value !== '' && !/(name|url|ifShow|agreeArr)$/i.test(option);
  assert.equal(properties.size, leavesOf(pageSample).filter(isCss).length);
});

test('page: images of the box, the sample’s names before the table’s', () => {
  const button = { url: '/a.png', uncheckUrl: '/b.png' };
  assert.equal(page({ agreeStyle: { checkedButton: button } }).values.checkedImage, '/a.png');
  const both = page({ agreeStyle: { checkedButton: { ...button, checkedUrl: '/c.png' } } }).values;
  assert.equal(both.checkedImage, '/c.png');
  assert.equal(both.uncheckedImage, '/b.png');
});

for (const [screen, reader] of bothScreens) {
  test(`${screen}: an object that became text on its way is warned of once, with what to do`, () => {
    const { properties, warnings } = reader('[object Object]');
    assert.equal(properties.size, 0);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /attribute takes text alone: set the property.*JSON\.stringify/);
  });
}
