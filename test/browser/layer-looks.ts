import {
  agreementRow,
  boxImage,
  controlLooks,
  edge,
  image,
  inGroup,
  isModal,
  isShown,
  style,
  submitLooks,
  ticked,
  type Look,
} from './option-looks.js';

/** What each of the layer's options shows, in a layer with room to place things. */
export const layerLooks: readonly Look[] = [
  ...inGroup('layerStyle', [
    ['width', '300px', '300px', style('layer', 'width')],
    ['height', '400px', '400px', style('layer', 'height')],
    ['bgColor', '#EEF2F7', 'rgb(238, 242, 247)', style('layer', 'background-color')],
    ['borderRadius', '20px', '20px', style('layer', 'border-top-left-radius')],
  ]),
  ...inGroup('maskStyle', [['ifShowMask', 'ture', 'true', isModal, { css: 'true' }]]),
  ...inGroup(
    'maskStyle',
    [
      ['bgColor', '#112233', 'rgb(17, 34, 51)', style('mask', 'background-color')],
      ['opacity', 0.3, '0.3', style('mask', 'opacity')],
    ],
    { beside: { '--ydrz-mask-if-show-mask': 'true' } },
  ),
  ...inGroup('phoneStyle', [
    ['fontSize', '30px', '30px', style('phone', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('phone', 'color')],
    ['high', '200px', '200px', edge('phone', 'top')],
    ['left', '10px', '10px', edge('phone', 'left')],
    ['bottom', '20px', '20px', edge('phone', 'bottom')],
  ]),
  ...inGroup('agreeStyle', [
    ['fontSize', '14px', '14px', style('agreement', 'font-size')],
    ['textAlign', 'left', 'left', style('agreement', 'text-align')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('agreement', 'color')],
    ['hrefColor', '#AA0000', 'rgb(170, 0, 0)', style('agreement-link', 'color')],
    ['high', '300px', '300px', edge('agreement', 'top')],
    ['left', '5px', '5px', edge('agreement', 'left')],
    ['width', '280px', '280px', style('agreement', 'width')],
    ['checkedImage', '/tick.png', '/tick.png', ticked(boxImage)],
    agreementRow,
  ]),
  ...inGroup('closeBtnStyle', [
    ['ifShowBtn', 'false', 'false', isShown('close'), { css: 'false' }],
    ['btnImage', '/close.png', '/close.png', image('close')],
    ['top', '30px', '30px', edge('close', 'top')],
    ['right', '40px', '40px', edge('close', 'right')],
    ['width', '24px', '24px', style('close', 'width')],
    ['height', '26px', '26px', style('close', 'height')],
  ]),
  ...controlLooks('400px'),
  ...submitLooks([
    ['high', '400px', '400px', edge('submit', 'top')],
    ['left', '8px', '8px', edge('submit', 'left')],
  ]),
  ...inGroup(
    'errTipStyle',
    [
      ['high', '400px', '400px', edge('error', 'top')],
      ['left', '30px', '30px', edge('error', 'left')],
    ],
    { error: '号码不对' },
  ),
];
