import type { Sentence } from '../language.js';

/** What a browser is told of a failure: nothing here comes from the service, a key or the server's own settings. */
export interface Problem {
  status: number;
  code: string;
  message: string;
  hint: Sentence;
}

/** Requests that never reach the service. */
export const PROBLEMS = {
  body: {
    status: 400,
    code: '103002',
    message: 'bad request',
    hint: {
      zh: '请求体不完整或不是所声明的格式：JSON 对象或表单。',
      en: 'The body is incomplete or not what its Content-Type says: send a JSON object or a form.',
    },
  },
  input: {
    status: 400,
    code: '103002',
    message: '没有填写必传参数',
    hint: {
      zh: 'token 和 userInformation 都要有，原样传递，不要解码或截断。',
      en: 'Both token and userInformation are needed as they came: not decoded, not cut.',
    },
  },
  application: {
    status: 400,
    code: '105113',
    message: 'APPID 非法或为空',
    hint: {
      zh: '页面的 app-id 与服务器的 appId 不一致。',
      en: 'The page’s app-id is not the server’s appId.',
    },
  },
  origin: {
    status: 403,
    code: '110026',
    message: 'Origin 校验失败',
    hint: {
      zh: '只接受同源页面的请求；其他来源请加入 createHandler 的 origins。反向代理改写了 Host 时，让它转发 X-Forwarded-Host 并设置 trustProxy，或把公开的来源加入 origins。',
      en: 'Only pages of the same origin may ask: list others in createHandler’s origins. Where a proxy rewrites Host, let it send X-Forwarded-Host and set trustProxy, or list the public origin.',
    },
  },
  path: {
    status: 404,
    code: '404',
    message: 'not found',
    hint: {
      zh: '地址应以 /credentials、/login、/validate 或（有 onReport 时）/report 结尾，并在 basePath 之下。',
      en: 'The path must end with /credentials, /login, /validate or (with onReport) /report, under basePath where that is set.',
    },
  },
  method: {
    status: 405,
    code: '405',
    message: 'method not allowed',
    hint: { zh: '请用 POST。', en: 'Use POST.' },
  },
  slow: {
    status: 408,
    code: '408',
    message: 'body too slow',
    hint: { zh: '请求体没有按时到齐。', en: 'The body did not arrive in time.' },
  },
  length: {
    status: 413,
    code: '413',
    message: 'body too long',
    hint: { zh: '请求体超过 16 KB。', en: 'The body is longer than 16 KB.' },
  },
  type: {
    status: 415,
    code: '415',
    message: 'unsupported media type',
    hint: {
      zh: "Content-Type 应为 application/json，登录也可以是表单。jQuery 的 $.post 发送表单：请改用 $.ajax({ type: 'POST', contentType: 'application/json', data: JSON.stringify(…) })；axios 请传对象，不要传 URLSearchParams。",
      en: "Content-Type must be application/json; a login may be a form too. jQuery’s $.post sends a form: use $.ajax({ type: 'POST', contentType: 'application/json', data: JSON.stringify(…) }); give axios an object, not URLSearchParams.",
    },
  },
  often: {
    status: 429,
    code: '429',
    message: 'too many requests',
    hint: {
      zh: '请求太频繁：请稍后再试，或换一种登录方式。',
      en: 'Too many requests: try again later or offer another way.',
    },
  },
  report: {
    status: 400,
    code: '400',
    message: 'not a report',
    hint: {
      zh: '不是 report-url 的报告：格式、版本或大小不对。',
      en: 'No report of report-url: another shape, version or size.',
    },
  },
} as const satisfies Record<string, Problem>;

export type ProblemName = keyof typeof PROBLEMS;

/** What the user brought was refused by the service: the page can do something about it. */
const REFUSED: readonly Problem[] = [
  {
    status: 401,
    code: '104007',
    message: 'token 不存在',
    hint: {
      zh: 'token 两分钟内有效，只能用一次：请重新登录。',
      en: 'A token lives for 2 minutes and works once: log in again.',
    },
  },
  {
    status: 401,
    code: '104008',
    message: 'token 校验失败',
    hint: {
      zh: '应用或浏览器不一致：userInformation 须原样传递，不要解码。',
      en: 'Another application or browser: pass userInformation on as it is, not decoded.',
    },
  },
  {
    status: 401,
    code: '104009',
    message: '超过失败次数限制',
    hint: {
      zh: '错误次数过多，号码已锁定：请稍后重试或换一种登录方式。',
      en: 'Too many wrong tries, the number is locked: try again later or offer another way.',
    },
  },
  {
    status: 401,
    code: '104012',
    message: '本机号码校验失败',
    hint: {
      zh: '数字与本机号码不符，请重新登录。',
      en: 'The digits do not complete this phone’s number: log in again.',
    },
  },
];

/** Everything else is between this server and the service; the browser is told its code and no more. */
const BETWEEN_SERVERS: Omit<Problem, 'code'> = {
  status: 502,
  message: '登录服务暂不可用',
  hint: {
    zh: '请换一种登录方式。原因只告知网站（onFailure）。',
    en: 'Offer another way to log in. The reason is told to the site alone (onFailure).',
  },
};

/** What a browser is told of a code of the service. */
export const problemOf = (code: string): Problem =>
  REFUSED.find((problem) => problem.code === code) ?? { ...BETWEEN_SERVERS, code };
