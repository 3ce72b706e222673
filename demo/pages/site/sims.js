import { language } from './language.js';

/** The carriers' names, as they stand on the SIMs. */
export const CARRIERS = {
  CM: { 'zh-CN': '中国移动', en: 'China Mobile' },
  CT: { 'zh-CN': '中国电信', en: 'China Telecom' },
  CU: { 'zh-CN': '中国联通', en: 'China Unicom' },
};

/** What a SIM is for, in Chinese; the sandbox says it in English. */
const CHINESE = {
  cm: '移动号码，补全数字',
  ct: '电信号码，补全数字',
  cu: '联通号码，补全数字',
  'cm-level1': '移动，authLevel 1：只需确认',
  'cm-level5': '移动，authLevel 5：页面自己的界面，没有则补全数字',
  wifi: '连着 Wi-Fi，三家都取不到号',
  blacklisted: '黑名单号码（111002）',
  iot: '物联网卡（103609）',
  'ct-closed': '电信取号能力关闭（502）',
  'cu-closed': '联通取号能力关闭（502）',
  'cm-hint-cu': '联通号码，移动的应答已指明归属',
  slow: '移动，每次请求慢 1.5 秒',
};

export const carrierName = (operator) => CARRIERS[operator]?.[language] ?? operator;

/** @param {import('./settings.js').Sim} sim */
export const simMeaning = ({ id, meaning }) => (language === 'en' ? meaning : (CHINESE[id] ?? meaning));

/** 138 0013 8000 */
export const spaced = (number) => number.replace(/^(.{3})(.{4})(.*)$/, '$1 $2 $3');
