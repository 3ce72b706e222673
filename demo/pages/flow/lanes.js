import { say } from '../site/language.js';

/** Who takes part in a login, from the person to the service. */
export const LANES = [
  { id: 'user', name: say('用户', 'User') },
  { id: 'page', name: say('页面', 'Page') },
  { id: 'element', name: say('组件', 'Element') },
  { id: 'server', name: say('业务服务器', 'Your server') },
  { id: 'gateway', name: say('运营商网关', 'Carrier gateway') },
  { id: 'service', name: say('认证服务', 'Auth service') },
];

export const laneIndex = (id) => LANES.findIndex((lane) => lane.id === id);
