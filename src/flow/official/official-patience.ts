import { YdrzError } from '../../codes/ydrz-error.js';
import { languageOf, type Language } from '../../locale/language.js';
import type { LoginOrder } from '../types.js';
import type { OfficialTraces } from './official-traces.js';
import { inTime } from '../../incoming/in-time.js';

/** Requests that a login makes before there is a screen or a failure, at most: one of China Mobile's, three of each other carrier's, the look. */
const REQUESTS = 8;

/** Milliseconds that a user may take: as long as an accessToken lives. */
const USER_TIME = 300_000;

/** Milliseconds of one request where the page says nothing. */
const REQUEST_TIME = 8000;

/** What may be waited for in vain. */
export type Awaited = 'screen' | 'user' | 'token' | 'broken';

const HINTS: Record<Language, Record<Awaited, string>> = {
  'zh-CN': {
    screen: '官方脚本的界面或结果未等到：检查 CSP 和 #ydrzCustomControls，或用 driver="native"',
    user: '用户的授权未等到：请重新登录',
    token: '官方脚本的 token 未等到：请重新登录',
    broken: '等待官方脚本的界面时它出错（authLevel 1 的弹窗如此）：请用 driver="native"',
  },
  en: {
    screen:
      'Waited in vain for the official script’s screen or result: check the policy and #ydrzCustomControls, or use driver="native"',
    user: 'Waited in vain for the user to authorize: log in again',
    token: 'Waited in vain for the official script’s token: log in again',
    broken:
      'The official script broke while its screen was waited for, as its popups do at authLevel 1: use driver="native"',
  },
};

/** The script says nothing more: the documented 500, with a hint that names what was waited for. */
export const silent = (awaited: Awaited, { language }: LoginOrder, cause?: unknown): YdrzError => {
  const phase = awaited === 'token' ? 'token' : awaited === 'user' ? 'authorization' : 'retrieval';
  const error = new YdrzError({ code: '500', message: '官方脚本没有响应', phase, cause });
  error.hint = HINTS[languageOf(language)][awaited];
  return error;
};

/**
 * Wait for what the script may never say.
 *
 * @throws {YdrzError} 500 when it has not come by then; whatever it fails with itself.
 */
export const patiently = async <T>(
  coming: Promise<T>,
  awaited: Awaited,
  order: LoginOrder,
  signal: AbortSignal,
): Promise<T> => {
  const { timeout } = order;
  const request = timeout && timeout > 0 ? timeout : REQUEST_TIME;
  const limit = awaited === 'user' ? USER_TIME : awaited === 'screen' ? request * REQUESTS : request;
  try {
    return await inTime(coming, limit, signal);
  } catch (cause) {
    throw cause instanceof YdrzError || signal.aborted ? cause : silent(awaited, order, cause);
  }
};

/** Wait for the script to show a screen or to answer, then for the user; an error of the script's own file ends it at once. */
export const untilAnswered = async <T>(
  answer: Promise<T>,
  traces: OfficialTraces,
  address: string,
  order: LoginOrder,
  signal: AbortSignal,
): Promise<T> => {
  const over = new AbortController();
  const broken = new Promise<never>((_, reject) => {
    const onError = ({ filename, error }: ErrorEvent) => {
      if (filename === address) reject(silent('broken', order, error));
    };
    window.addEventListener('error', onError, over);
  });
  try {
    const first = Promise.race([answer, broken, traces.shown(over.signal)]);
    await patiently(first, 'screen', order, signal);
    return await patiently(Promise.race([answer, broken]), 'user', order, signal);
  } finally {
    over.abort();
  }
};
