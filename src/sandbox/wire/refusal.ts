/** What the documented codes say. The simulation keeps its own words: it is the other side of the wire. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  '301': '参数错误',
  '103001': '校验失败',
  '103002': '没有填写必传参数',
  '103101': '错误的请求签名',
  '103111': 'WAP网关IP错误',
  '103211': '其他错误',
  '103609': '物联网IP不允许取号',
  '104000': 'app不存在',
  '104001': 'businessType校验失败',
  '104003': '应用没有权益',
  '104004': '权益已失效',
  '104005': 'referer校验失败',
  '104006': 'origin校验失败',
  '104007': 'accessToken不存在',
  '104008': 'accessToken校验失败',
  '104009': '超过失败次数限制获取Token',
  '104010': '配置错误',
  '104011': '手机号不能为空',
  '104012': '本机号码校验失败',
  '104013': '签名校验失败',
  '104017': '服务器IP校验失败',
  '105001': '联通网关取号失败',
  '105003': '电信网关取号失败',
  '105112': '时间戳非法',
  '105113': 'APPID非法或为空',
  '105117': 'TRACEID为空',
  '108001': 'businessType is null',
  '110023': '应用没有权益',
  '110024': 'businessType配置错误',
  '110025': '权益已失效',
  '110026': 'Origin校验失败',
  '111002': '黑名单号码用户',
  '130010': '参数为空',
  '130030': '参数为空',
  '130035': '其他错误',
  '170001': 'referer校验失败',
};

/** A request that the service refuses with a documented code. */
export class Refusal extends Error {
  readonly code: string;
  /** What China Mobile's refusals say beside the code. */
  readonly hints: Readonly<Record<string, string>>;

  constructor(code: string, hints: Readonly<Record<string, string>> = {}, description = DESCRIPTIONS[code]) {
    super(description ?? '其他错误');
    this.code = code;
    this.hints = hints;
  }
}

/** @throws {Refusal} with the code, and with words of its own where they are given, unless the condition holds. */
export function demand(condition: unknown, code: string, description?: string): asserts condition {
  if (!condition) throw new Refusal(code, {}, description);
}
