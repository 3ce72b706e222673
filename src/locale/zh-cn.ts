/**
 * The texts of the authorization screens. This file is the source of their keys: every other language has the same.
 * `{…}` stands for a value: `{app}` the application's name, `{phone}` the masked number, `{count}` and `{index}` numbers.
 */
export const ZH_CN = {
  /** Title, and the accessible name of a screen without one. */
  title: '本机号码登录',
  /** Who asks, where the application's name is known. */
  authText: '{app} 申请使用您的本机号码登录',
  /** Who asks, where it is not. */
  authTextUnnamed: '申请使用您的本机号码登录',
  /** What to do with the digit boxes. */
  tip: '请补全号码中隐藏的 {count} 位数字',
  /** Accessible name of the digits field. */
  digitsLabel: '本机号码 {phone}，请填写隐藏的 {count} 位数字',
  /** Spoken while the digits are being filled in. */
  digitPosition: '第 {index} 位，共 {count} 位',
  digitsComplete: '{count} 位数字已填写完整',
  /** A number was pasted or filled in that is not the one on the screen. */
  numberMismatch: '该号码与本机号码不一致',
  /** Stands before the names of the agreements. */
  agree: '我已阅读并同意',
  agreementOpen: '《',
  agreementClose: '》',
  agreementSeparator: '、',
  agreementLastSeparator: '和',
  /** Follows the agreements where the service's page option names the business. */
  agreeBusiness: '，并授权{app}获取本机号码',
  agreementMissing: '请先阅读并勾选同意协议',
  /** The submit button of level 1. */
  submit: '确认授权登录',
  /** While the token is being fetched. */
  pending: '正在登录，请稍候…',
  /** After a wrong try. */
  triesLeft: '还可以再试 {count} 次',
  close: '关闭',
  back: '返回',
};

/** Every text of the authorization screens, by key. */
export type ScreenTexts = Readonly<Record<keyof typeof ZH_CN, string>>;
