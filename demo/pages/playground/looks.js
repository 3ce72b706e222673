import { say } from '../site/language.js';

/** Looks to begin with, by screen. */
export const LOOKS = {
  2: [
    {
      name: say('橙色', 'Apricot'),
      options: {
        'maskStyle.ifShowMask': 'true',
        'layerStyle.width': '86%',
        'layerStyle.height': '270px',
        'layerStyle.borderRadius': '24px',
        'layerStyle.bgColor': '#fff8f0',
        'phoneStyle.fontSize': '24px',
        'phoneStyle.fontColor': '#7a2e0e',
        'agreeStyle.hrefColor': '#b4470f',
        'submitBtnStyle.bgColor': '#b4470f',
        'submitBtnStyle.borderRadius': '23px',
      },
    },
    {
      name: say('墨夜', 'Ink'),
      options: {
        'maskStyle.ifShowMask': 'true',
        'maskStyle.opacity': '0.8',
        'layerStyle.bgColor': '#16202e',
        'layerStyle.borderRadius': '18px',
        'phoneStyle.fontColor': '#f4f7fb',
        'agreeStyle.fontColor': '#aab8ca',
        'agreeStyle.hrefColor': '#8cc2ff',
        'submitBtnStyle.bgColor': '#8cc2ff',
        'submitBtnStyle.fontColor': '#0b1a2e',
      },
    },
    {
      name: say('嵌在页面里', 'In the page'),
      options: {
        'layerStyle.width': '100%',
        'layerStyle.bgColor': '#f2f6fc',
        'closeBtnStyle.ifShowBtn': 'false',
      },
    },
  ],
  3: [
    {
      name: say('青绿', 'Leaf'),
      options: {
        bgColor: '#f6fbf3',
        'titleStyle.fontColor': '#1f4d2b',
        'authTextStyle.appNameColor': '#23713a',
        'phoneNumStyle.bgColor': '#e9f5e2',
        'phoneNumStyle.fontColor': '#1f4d2b',
        'agreeStyle.checkedButton.checkedColor': '#23713a',
        'agreeStyle.hrefStyle.fontColor': '#23713a',
        'submitBtnStyle.bgColor': '#23713a',
        'submitBtnStyle.borderRadius': '2rem',
      },
    },
    {
      name: say('深蓝', 'Navy'),
      options: {
        bgColor: '#0e1b2d',
        'titleStyle.fontColor': '#eaf1fa',
        'authTextStyle.fontColor': '#c9d6e6',
        'authTextStyle.appNameColor': '#ffd479',
        'phoneNumStyle.bgColor': '#182a43',
        'phoneNumStyle.fontColor': '#ffffff',
        'tipStyle.fontColor': '#a9bbd1',
        'agreeStyle.fontColor': '#a9bbd1',
        'agreeStyle.hrefStyle.fontColor': '#8cc2ff',
        'submitBtnStyle.bgColor': '#8cc2ff',
        'submitBtnStyle.fontColor': '#0b1a2e',
      },
    },
  ],
};
