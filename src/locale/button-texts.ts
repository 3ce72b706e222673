import type { Language } from './language.js';

/** The texts that the login button shows before anything else is loaded, in every language. */
const ZH_CN = {
  /** The button. The carriers ask for 登录 or 注册 in it. */
  login: '本机号码一键登录',
  preparing: '正在准备…',
  retrieving: '正在获取本机号码…',
  authorizing: '请在登录界面中确认',
  exchanging: '正在登录…',
  done: '已获得登录凭证',
  failed: '暂时无法使用本机号码登录，请稍后重试或换一种方式',
  /** Validity message of a required element without a token. */
  required: '请先完成本机号码登录',
  /** Hint when a part of the package itself did not load. */
  notLoaded: '登录组件的文件没有加载成功：检查网络和部署的文件是否齐全。',
  /** Hint when the page ended a login that had not begun to ask anybody. */
  ended: '页面结束了这次登录，可以重新发起。',
};

export type ButtonTexts = Record<keyof typeof ZH_CN, string>;

const EN: ButtonTexts = {
  login: 'Log in with this phone’s number',
  preparing: 'Getting ready…',
  retrieving: 'Getting this phone’s number…',
  authorizing: 'Please confirm on the login screen',
  exchanging: 'Logging in…',
  done: 'The number is confirmed',
  failed: 'This phone’s number cannot be used right now; try again or log in another way',
  required: 'Please log in with this phone’s number first',
  notLoaded: 'Files of the login component did not load: check the network and that all files are deployed.',
  ended: 'The page ended this login; it may start another.',
};

export const BUTTON_TEXTS: Record<Language, ButtonTexts> = { 'zh-CN': ZH_CN, en: EN };
