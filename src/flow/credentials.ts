import { YdrzError } from '../codes/ydrz-error.js';
import { exchange } from '../gateway/exchange.js';
import type { Credentials, RetrievalParameters, Wire } from '../gateway/types.js';
import { now, type Moment } from './moment.js';
import { isTimestamp } from './timestamp.js';
import type { LoginOrder } from './types.js';
import { asFields, textAt, type Fields } from '../incoming/fields.js';
import { untilEnded } from '../incoming/in-time.js';

const refuse = (code: string, message: string, cause?: unknown): YdrzError =>
  new YdrzError({ code, message, phase: 'credentials', cause });

/** What is all digits and may be long, and the code of a wrong one. */
const IN_FULL = [
  ['timestamp', '105112'],
  ['traceId', '130010'],
  ['appId', '105113'],
] as const;

/** @throws {YdrzError} 130010 naming what is missing, 105112 for a timestamp of another shape. */
export const checkCredentials = (answer: unknown): Credentials => {
  const fields = asFields(answer);
  for (const [name, code] of IN_FULL) {
    // Beyond 2^53 a number is not the one that was sent, and would be signed and sent on wrong.
    if (typeof fields[name] === 'number' && !Number.isSafeInteger(fields[name])) {
      throw refuse(code, `参数非法：JSON 数字会丢失精度，请以字符串返回 ${name} (send ${name} as a string)`);
    }
  }
  const [sign, traceId, timestamp] = ['sign', 'traceId', 'timestamp'].map((key) => textAt(fields, key));
  if (!sign || !traceId || !timestamp) {
    throw refuse('130010', '参数为空：credentials 缺少 sign、traceId 或 timestamp');
  }
  if (!isTimestamp(timestamp)) throw refuse('105112', '时间戳非法：timestamp 应为 17 位数字');
  const appId = textAt(fields, 'appId');
  const version = textAt(fields, 'version');
  return { sign, traceId, timestamp, ...(appId && { appId }), ...(version && { version }) };
};

/** What every way to log in tells the service. */
export type LoginParameters = Omit<RetrievalParameters, 'userInformation'>;

/** What a login is made with, as its business server has signed it. */
export interface Signed {
  parameters: LoginParameters;
  /** When the credentials came. */
  since: Moment;
}

const obtainCredentials = async (
  { credentials: source, appId }: LoginOrder,
  wire: Wire,
  signal: AbortSignal,
): Promise<Credentials> => {
  if (!appId) throw refuse('105113', 'APPID 非法或为空：请设置 app-id');
  if (!source) throw refuse('130010', '参数为空：请设置 credentials-url 或 credentials');
  if (typeof source === 'object') return checkCredentials(source);
  if (typeof source === 'string') {
    const request = {
      name: 'credentials',
      phase: 'credentials',
      url: source,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: { appId },
      credentials: 'same-origin',
      codeOf: (answer: Fields) => (textAt(answer, 'sign') ? '103000' : '130010'),
    } as const;
    return checkCredentials(await exchange(wire, request, signal));
  }
  try {
    return checkCredentials(await untilEnded(source({ appId }, { signal }), signal));
  } catch (cause) {
    throw cause instanceof YdrzError ? cause : refuse('500', '凭证获取失败', cause);
  }
};

/**
 * What a login is made with: what the business server signs for it, had from wherever the application says, and the rest of the
 * order.
 *
 * @throws {YdrzError} phase `credentials`: 105113 without an app id, 130010 without a source or with fields
 *   missing, 105112 for a timestamp of another shape, 500 when the source fails.
 */
export const obtainSigned = async (order: LoginOrder, wire: Wire, signal: AbortSignal): Promise<Signed> => {
  const credentials = await obtainCredentials(order, wire, signal);
  const parameters = {
    // An attribute that is removed leaves null in its property.
    version: order.version ?? '2.0',
    authPageType: order.authPageType ?? '0',
    expandParams: order.expandParams ?? undefined,
    appId: order.appId,
    ...credentials,
  };
  // As a number it has lost what is behind its point.
  if (parameters.version === '2') parameters.version = '2.0';
  return { parameters, since: now() };
};

/** How that is had; a login that was likely has it already. */
export type ObtainSigned = typeof obtainSigned;
