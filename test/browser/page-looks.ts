import {
  agreementRow,
  attribute,
  boxImage,
  controlLooks,
  edge,
  image,
  inGroup,
  style,
  submitLooks,
  text,
  ticked,
  type Look,
  type Row,
} from './option-looks.js';

const font = (part: string): Row => [
  'fontFamily',
  'Georgia, serif',
  'Georgia, serif',
  style(part, 'font-family'),
];

/** Where a part stands that takes the whole width by default: it is made narrower first. */
const narrow = (property: string): Partial<Look> => ({ beside: { [property]: '200px' } });

/** What each of the page's options shows. */
export const pageLooks: readonly Look[] = [
  ...inGroup('', [['bgColor', '#EEF2F7', 'rgb(238, 242, 247)', style('page', 'background-color')]]),
  ...inGroup('titleStyle', [
    ['name', '一键登录', '一键登录', text('title')],
    font('title'),
    ['fontSize', '20px', '20px', style('title', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('title', 'color')],
    ['high', '40px', '40px', edge('title', 'top')],
    ['left', '50px', '50px', edge('title', 'left')],
    ['width', '200px', '200px', style('title', 'width')],
    ['height', '40px', '40px', style('title', 'height')],
    ['textAlign', 'left', 'left', style('title', 'text-align')],
  ]),
  ...inGroup('logoStyle', [
    ['url', '/logo.png', '/logo.png', attribute('logo', 'src')],
    ['width', '60px', '60px', style('logo', 'width')],
    ['height', '60px', '60px', style('logo', 'height')],
    ['high', '120px', '120px', edge('logo', 'top')],
    ['left', '20px', '20px', edge('logo', 'left')],
  ]),
  ...inGroup('authTextStyle', [
    font('auth-text'),
    ['fontSize', '15px', '15px', style('auth-text', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('auth-text', 'color')],
    ['appNameColor', '#AA0000', 'rgb(170, 0, 0)', style('app-name', 'color')],
    ['width', '300px', '300px', style('auth-text', 'width')],
    ['textAlign', 'left', 'left', style('auth-text', 'text-align')],
    ['fontWeight', '700', '700', style('auth-text', 'font-weight')],
    ['high', '300px', '300px', edge('auth-text', 'top')],
    ['left', '10px', '10px', edge('auth-text', 'left'), narrow('--ydrz-auth-text-width')],
  ]),
  ...inGroup('phoneNumStyle', [
    font('phone'),
    ['fontSize', '30px', '30px', style('phone', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('phone', 'color')],
    ['fontWeight', '400', '400', style('phone', 'font-weight')],
    ['bgColor', '#EEEEEE', 'rgb(238, 238, 238)', style('phone', 'background-color')],
    ['high', '180px', '180px', edge('phone', 'top')],
    ['left', '15px', '15px', edge('phone', 'left')],
    ['width', '320px', '320px', style('phone', 'width')],
    ['inputStyle.width', '30px', '30px', style('digit', 'width')],
    ['inputStyle.height', '40px', '40px', style('digit', 'height')],
  ]),
  ...inGroup('tipStyle', [
    font('tip'),
    ['fontSize', '14px', '14px', style('tip', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('tip', 'color')],
    ['high', '500px', '500px', edge('tip', 'top')],
    ['left', '20px', '20px', edge('tip', 'left')],
  ]),
  ...inGroup('agreeStyle', [
    font('agreement'),
    ['fontSize', '14px', '14px', style('agreement', 'font-size')],
    ['fontColor', '#112233', 'rgb(17, 34, 51)', style('agreement', 'color')],
    ['high', '500px', '500px', edge('agreement', 'top')],
    ['left', '10px', '10px', edge('agreement', 'left')],
  ]),
  ...inGroup('agreeStyle.checkedButton', [
    ['width', '24px', '24px', style('checkbox', 'width')],
    ['height', '26px', '26px', style('checkbox', 'height')],
    ['url', '/tick.png', '/tick.png', ticked(boxImage)],
    ['uncheckColor', '#AA0000', 'rgb(170, 0, 0)', style('checkbox', 'border-top-color')],
    ['checkedColor', '#AA0000', 'rgb(170, 0, 0)', ticked(style('checkbox', 'background-color'))],
    ['uncheckUrl', '/box.png', '/box.png', boxImage],
    ['checkedUrl', '/tick.png', '/tick.png', ticked(boxImage)],
  ]),
  ...inGroup('agreeStyle.hrefStyle', [
    font('agreement-link'),
    ['fontSize', '16px', '16px', style('agreement-link', 'font-size')],
    ['fontColor', '#AA0000', 'rgb(170, 0, 0)', style('agreement-link', 'color')],
    agreementRow,
  ]),
  ...controlLooks('600px'),
  ...inGroup('customControlStyle', [font('custom-control')], {
    beside: { '--ydrz-custom-control-if-show': 'true', '--ydrz-custom-control-name': '"其他登录方式"' },
  }),
  ...inGroup('returnBtnStyle', [
    ['width', '12px', '12px', style('back', 'width')],
    ['height', '20px', '20px', style('back', 'height')],
    ['url', '/back.png', '/back.png', image('back')],
    ['high', '20px', '20px', edge('back', 'top')],
    ['left', '24px', '24px', edge('back', 'left')],
  ]),
  ...submitLooks([
    font('submit'),
    ['high', '500px', '500px', edge('submit', 'top')],
    ['left', '8px', '8px', edge('submit', 'left')],
  ]),
];
