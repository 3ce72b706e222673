import { hintFor } from '../codes/hints.js';
import { YdrzError } from '../codes/ydrz-error.js';

/** Requests that never reach the service: HTTP status → code, message and hint of the answer. */
const PROBLEMS = {
  400: {
    code: '103002',
    message: 'bad request',
    'zh-CN': '请求体不完整或不是所声明的格式：JSON 对象或表单。',
    en: 'The body is incomplete or not what its Content-Type says: send a JSON object or a form.',
  },
  403: {
    code: '110026',
    message: 'Origin 校验失败',
    'zh-CN': '只接受同源页面的请求；其他来源（或在反向代理之后的本站）请加入 createHandler 的 origins。',
    en: 'Only pages of the same origin may ask: list others, or the public origin behind a proxy, in createHandler’s origins.',
  },
  404: {
    code: '404',
    message: 'not found',
    'zh-CN': '地址应以 /credentials、/login 或 /validate 结尾，并在 basePath 之下。',
    en: 'The path must end with /credentials, /login or /validate, under basePath where that is set.',
  },
  405: { code: '405', message: 'method not allowed', 'zh-CN': '请用 POST。', en: 'Use POST.' },
  413: {
    code: '413',
    message: 'body too long',
    'zh-CN': '请求体超过 16 KB。',
    en: 'The body is longer than 16 KB.',
  },
  415: {
    code: '415',
    message: 'unsupported media type',
    'zh-CN': 'Content-Type 应为 application/json，登录也可以是表单。',
    en: 'Content-Type must be application/json; a login may be a form too.',
  },
} as const;

type Status = keyof typeof PROBLEMS;

/** A request that the handler refuses by itself. */
export class BadRequest extends Error {
  readonly status: Status;

  constructor(status: Status, options?: ErrorOptions) {
    super(PROBLEMS[status].message, options);
    this.status = status;
  }
}

/** What the user brought was refused; all other codes are between this server and the service. */
const REFUSED_LOGINS: ReadonlySet<string> = new Set(['104007', '104008', '104009', '104012']);

const statusOf = ({ code, phase }: YdrzError): number => {
  if (code === '103002' || phase === 'credentials') return 400;
  return REFUSED_LOGINS.has(code) ? 401 : 502;
};

/** The JSON that every failure is answered with: `{code, message, hint}`. */
export const errorResponse = (error: BadRequest | YdrzError, language: string): Response => {
  if (error instanceof YdrzError) {
    const { code, message } = error;
    const hint = error.hint || hintFor(error, language);
    return Response.json({ code, message, hint }, { status: statusOf(error) });
  }
  const { status } = error;
  const { code, message, ...hints } = PROBLEMS[status];
  return Response.json(
    { code, message, hint: /^en\b/i.test(language) ? hints.en : hints['zh-CN'] },
    { status, headers: status === 405 ? { allow: 'POST' } : {} },
  );
};
