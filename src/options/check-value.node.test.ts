import { absent, injections, notText, nothing, refused, testOption } from '../../test/option-cases.js';
import { readLayerOptions, readPageOptions } from './read-options.js';
import type { ScreenOptions } from './types.js';

const property = (name: string) => (screen: ScreenOptions) => screen.properties.get(name);

testOption('sizes', readLayerOptions, 'layerStyle.width', property('--ydrz-layer-width'), [
  ...nothing,
  ...notText,
  ...injections,
  [true, refused],
  [20, '20px'],
  [20.5, '20.5px'],
  ['20', '20px'],
  ['20px', '20px'],
  [' 20 px ', '20px'],
  ['20PX', '20px'],
  ['6.5rem ', '6.5rem'],
  ['.5em', '0.5em'],
  ['50%', '50%'],
  ['90vw', '90vw'],
  ['50vh', '50vh'],
  ['80dvh', '80dvh'],
  ['+5px', '5px'],
  [0, refused],
  ['0', refused],
  ['-20px', refused],
  [NaN, refused],
  [Infinity, refused],
  ['1e3px', refused],
  ['999999px', refused],
  ['20 30', refused],
  ['auto', refused],
  ['center', refused],
  ['calc(100% - 2px)', refused],
  ['9'.repeat(1_000_000), refused],
]);

testOption('heights', readLayerOptions, 'submitBtnStyle.height', property('--ydrz-submit-btn-height'), [
  ['46px', '46px'],
  [46, '46px'],
  ['3rem', '3rem'],
  ['50%', refused],
  ['0', refused],
]);

testOption('radii', readLayerOptions, 'layerStyle.borderRadius', property('--ydrz-layer-border-radius'), [
  [0, '0px'],
  ['0', '0px'],
  ['50%', '50%'],
  [-1, refused],
]);

testOption('offsets of the layer', readLayerOptions, 'phoneStyle.high', property('--ydrz-phone-high'), [
  [86, '86px'],
  ['30%', '30%'],
  [0, absent],
  ['0', absent],
  ['-20px', absent],
  ['center', refused],
  ['top', refused],
]);

testOption('offsets of the layer', readLayerOptions, 'phoneStyle.left', property('--ydrz-phone-left'), [
  ['12px', '12px'],
  ['0px', absent],
  [-3, absent],
  ['center', 'center'],
  ['Center ', 'center'],
  ['auto', refused],
]);

testOption('centring', readLayerOptions, 'customControlStyle.high', property('--ydrz-custom-control-high'), [
  ['center', 'center'],
  ['200px', '200px'],
]);

testOption('close button', readLayerOptions, 'closeBtnStyle.top', property('--ydrz-close-btn-top'), [
  [0, '0px'],
  ['12px', '12px'],
  ['-40px', refused],
]);

testOption(
  'rem in the layer is the page’s',
  readLayerOptions,
  'phoneStyle.fontSize',
  property('--ydrz-phone-font-size'),
  [['1.5rem', '1.5rem']],
);

testOption(
  'rem in page options is 12 px',
  readPageOptions,
  'logoStyle.width',
  property('--ydrz-logo-width'),
  [
    ['6.96rem', '83.52px'],
    ['1.33rem ', '15.96px'],
    ['1REM', '12px'],
    ['1em', '1em'],
    ['70%', '70%'],
  ],
);

testOption('offsets of the page', readPageOptions, 'tipStyle.high', property('--ydrz-tip-high'), [
  ['27rem', '324px'],
  [0, '0px'],
  [-1, refused],
]);

testOption('colours', readLayerOptions, 'layerStyle.bgColor', property('--ydrz-layer-bg-color'), [
  ...nothing,
  ...notText,
  ...injections,
  ['#FFF', '#FFF'],
  [' #ffff ', '#ffff'],
  ['#1E82EB', '#1E82EB'],
  ['#1E82EBCC', '#1E82EBCC'],
  ['rgb(1,2,3)', 'rgb(1,2,3)'],
  ['rgba(1, 2, 3, .5)', 'rgba(1, 2, 3, .5)'],
  ['rgb(1 2 3 / 50%)', 'rgb(1 2 3 / 50%)'],
  ['hsl(120deg 50% 50%)', 'hsl(120deg 50% 50%)'],
  ['hwb(194 0% 0%)', 'hwb(194 0% 0%)'],
  ['lab(29.2% 39.3 20)', 'lab(29.2% 39.3 20)'],
  ['oklch(40.1% 0.123 21.57)', 'oklch(40.1% 0.123 21.57)'],
  ['color(display-p3 1 .5 0)', 'color(display-p3 1 .5 0)'],
  ['rebeccapurple', 'rebeccapurple'],
  ['transparent', 'transparent'],
  ['currentColor', refused],
  ['#12', refused],
  ['#12345', refused],
  ['#ggg', refused],
  ['inherit', refused],
  ['unset', refused],
  ['revert', refused],
  ['rgb(var(--r), 0, 0)', refused],
  ['rgb(url(x))', refused],
  ['red;', refused],
  ['red !important', refused],
  [0xff0000, refused],
  [true, refused],
]);

testOption(
  'colours that must be seen',
  readLayerOptions,
  'agreeStyle.hrefColor',
  property('--ydrz-agree-href-color'),
  [
    ['#1B82EB', '#1B82EB'],
    ['#1B82EBCC', '#1B82EBCC'],
    ['rgb(0 0 0 / 80%)', 'rgb(0 0 0 / 80%)'],
    ['transparent', refused],
    ['#0000', refused],
    ['#12345600', refused],
    ['rgba(0,0,0,0)', refused],
    ['rgba(0, 0, 0, 0.1)', refused],
    ['rgb(0 0 0 / 0%)', refused],
    ['rgb(0 0 0 / none)', refused],
    ['hsl(0 0% 0% / .2)', refused],
    ['color(srgb 1 1 1 / 0)', refused],
  ],
);

testOption('numbers', readLayerOptions, 'maskStyle.opacity', property('--ydrz-mask-opacity'), [
  ...nothing,
  ...notText,
  ...injections,
  [0, '0'],
  [0.6, '0.6'],
  ['0.60', '0.6'],
  ['.5', '0.5'],
  [1, '1'],
  [1.1, refused],
  [-0.1, refused],
  ['1.2.3', refused],
  ['50%', refused],
  [true, refused],
]);

testOption('alignments', readLayerOptions, 'agreeStyle.textAlign', property('--ydrz-agree-text-align'), [
  ...nothing,
  ...notText,
  ...injections,
  ['center', 'center'],
  ['LEFT ', 'left'],
  ['right', 'right'],
  ['justify', refused],
  ['middle', refused],
]);

testOption(
  'lines',
  readLayerOptions,
  'customControlStyle.textDecoration',
  property('--ydrz-custom-control-text-decoration'),
  [...nothing, ...injections, ['none', 'none'], ['underline', 'underline'], ['blink', refused]],
);

testOption(
  'borders',
  readLayerOptions,
  'customControlStyle.border',
  property('--ydrz-custom-control-border'),
  [
    ...nothing,
    ...notText,
    ...injections,
    [0, 'none'],
    ['0', 'none'],
    ['none', 'none'],
    ['1px solid #FFFFFF', '1px solid #FFFFFF'],
    ['1 solid red', '1px solid red'],
    ['dashed 2px rgb(1, 2, 3)', '2px dashed rgb(1, 2, 3)'],
    ['solid', 'solid'],
    ['1px', refused],
    ['1px #fff', refused],
    ['1px solid solid', refused],
    ['1px 2px solid', refused],
    ['-1px solid red', refused],
    ['50% solid red', refused],
    ['1px solid #fff; position: fixed', refused],
  ],
);

testOption(
  'borders of the page',
  readPageOptions,
  'customControlStyle.border',
  property('--ydrz-custom-control-border'),
  [['1rem solid red', '12px solid red']],
);

testOption('fonts', readPageOptions, 'tipStyle.fontFamily', property('--ydrz-tip-font-family'), [
  ...nothing,
  ...notText,
  ['PingFangSC-Medium, PingFangSC', '"PingFangSC-Medium", "PingFangSC", sans-serif'],
  ["'Microsoft YaHei', sans-serif", '"Microsoft YaHei", sans-serif'],
  ['微软雅黑', '"微软雅黑", sans-serif'],
  ['-apple-system, ui-rounded', '-apple-system, ui-rounded'],
  ['inherit', '"inherit", sans-serif'],
  ['a,,b', refused],
  ['"a\\"', refused],
  ['a;b', refused],
  ['url(x)', refused],
  ['a"b', refused],
  ['a\u202eb', refused],
]);

testOption(
  'font weights',
  readPageOptions,
  'authTextStyle.fontWeight',
  property('--ydrz-auth-text-font-weight'),
  [
    ...nothing,
    ...injections,
    [500, '500'],
    ['600', '600'],
    ['Bold', 'bold'],
    [0, refused],
    [1001, refused],
    ['heavy', refused],
  ],
);
