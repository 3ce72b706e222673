import type { Script, ScriptedAnswer } from './script.js';
import { APP_ID, NUMBERS, TIMESTAMP, TRACE_ID, type Operator } from './wire.js';

/** Stands for the case's own base URL. */
export const BASE = '{base}';

const recognised = (operator: Operator, changes: object) => ({
  accessToken: `${operator}-access`,
  maskPhone: NUMBERS[operator].mask,
  authPageUrl: '',
  authLevel: '4',
  appName: '测试商城',
  customerPrivacyConfig: '{"用户协议":"https://www.example.com/terms"}',
  ...changes,
});

const fromChinaMobile = (body: object): ScriptedAnswer => ({
  json: { header: { appId: APP_ID, msgId: TRACE_ID, timestamp: TIMESTAMP }, body },
});

export const cmYes = (changes: object = {}): ScriptedAnswer =>
  fromChinaMobile({ resultCode: '103000', resultDesc: '成功', ...recognised('CM', changes) });

export const cmNo = (code = '103111', message = 'WAP网关IP错误', hints: object = {}): ScriptedAnswer =>
  fromChinaMobile({ resultCode: code, resultDesc: message, ...hints });

type Partner = 'CT' | 'CU';

const FUNCTIONS = { CT: 'getTelecomPhone', CU: 'getNewUnicomPhone' } as const;

/** Step 1: the address of step 2, with a query that has to be left as it is. */
export const phonescripYes = (partner: Partner): ScriptedAnswer => ({
  json: { resultCode: '103000', desc: '成功', data: `${BASE}/gateway/${partner.toLowerCase()}?ticket=1` },
});

export const calls = (partner: Partner, result: object): ScriptedAnswer => ({
  script: `${FUNCTIONS[partner]}(${JSON.stringify(result)});`,
});

export const scriptYes = (partner: Partner): ScriptedAnswer =>
  calls(partner, { result: partner === 'CT' ? 0 : '0', data: `${partner}-phonescrip` });

export const scriptNo = (partner: Partner, code: string, message: string): ScriptedAnswer =>
  calls(
    partner,
    partner === 'CT' ? { result: Number(code), data: message } : { result: '1', code, msg: message },
  );

export const callbackYes = (partner: Partner, changes: object = {}): ScriptedAnswer => ({
  json: { resultCode: '103000', desc: '成功', ...recognised(partner, changes) },
});

/** The refusal of any exchange but China Mobile's. */
export const no = (code: string, message: string): ScriptedAnswer => ({
  json: { resultCode: code, desc: message },
});

export const tokenYes = (): ScriptedAnswer => ({
  json: { resultCode: '103000', desc: '成功', data: { token: 'STsid-token' } },
});

export const wrongDigits = (): ScriptedAnswer => no('104012', '本机号码校验失败');

export const SILENCE: ScriptedAnswer = { silence: true };
export const RESET: ScriptedAnswer = { reset: true };
export const HTML_PAGE: ScriptedAnswer = { html: '<h1>502 Bad Gateway</h1>', status: 200 };
export const STATUS_500: ScriptedAnswer = { html: '<h1>Error</h1>', status: 500 };

/** All of a carrier's retrieval goes well, after China Mobile has refused where it is not its own. */
export const RETRIEVED: Record<Operator, Script> = {
  CM: { cm: [cmYes()] },
  CT: {
    cm: [cmNo()],
    'ct-phonescrip': [phonescripYes('CT')],
    'ct-script': [scriptYes('CT')],
    'ct-callback': [callbackYes('CT')],
  },
  CU: {
    cm: [cmNo()],
    'ct-phonescrip': [phonescripYes('CT')],
    'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')],
    'cu-phonescrip': [phonescripYes('CU')],
    'cu-script': [scriptYes('CU')],
    'cu-callback': [callbackYes('CU')],
  },
};
