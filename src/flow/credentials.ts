import { YdrzError } from '../codes/ydrz-error.js';
import { asAnswer, exchange, textAt, type Answer } from '../gateway/exchange.js';
import { untilEnded } from '../gateway/in-time.js';
import type { Credentials, RetrievalParameters, Wire } from '../gateway/types.js';
import { isTimestamp } from './timestamp.js';
import type { LoginOrder } from './types.js';

const refuse = (code: string, message: string, cause?: unknown): YdrzError =>
  new YdrzError({ code, message, phase: 'credentials', cause });

/** @throws {YdrzError} 130010 naming what is missing. */
const check = (answer: unknown): Credentials => {
  const fields = asAnswer(answer);
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
  /** When the credentials came, on the page's own clock in milliseconds. */
  since: number;
}

const obtainCredentials = async (
  { credentials: source, appId }: LoginOrder,
  wire: Wire,
  signal: AbortSignal,
): Promise<Credentials> => {
  if (!appId) throw refuse('105113', 'APPID 非法或为空：请设置 app-id');
  if (!source) throw refuse('130010', '参数为空：请设置 credentials-url 或 credentials');
  if (typeof source === 'object') return check(source);
  if (typeof source === 'string') {
    const request = {
      name: 'credentials',
      phase: 'credentials',
      url: source,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: { appId },
      credentials: 'same-origin',
      codeOf: (answer: Answer) => (textAt(answer, 'sign') ? '103000' : '130010'),
    } as const;
    return check(await exchange(wire, request, signal));
  }
  try {
    return check(await untilEnded(source({ appId }, { signal }), signal));
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
    expandParams: order.expandParams ?? '',
    appId: order.appId,
    ...credentials,
  };
  return { parameters, since: performance.now() };
};

/** How that is had; a login that was likely has it already. */
export type ObtainSigned = typeof obtainSigned;
