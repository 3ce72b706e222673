import { say } from '../site/language.js';

/** Where return codes come from, in the order of a login. */
export const SOURCES = {
  CM: say('移动取号', 'China Mobile'),
  CT: say('电信取号', 'China Telecom'),
  CU: say('联通取号', 'China Unicom'),
  token: say('获取 token', 'Token'),
  validation: say('token 校验', 'Validation'),
  script: say('页面脚本', 'Page script'),
};
