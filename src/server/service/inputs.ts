import { YdrzError, type Phase } from '../../codes/ydrz-error.js';

/** What a value must look like. Lengths are far above what the service uses, and far below what could hurt. */
const SHAPES = {
  version: /^\d{1,2}\.\d{1,2}$/,
  traceId: /^[\w-]{1,64}$/,
  token: /^[\x21-\x7e]{1,1024}$/,
  /** URL-encoded base64; nothing else is assumed about it, because it goes on as it came. */
  userInformation: /^[\x21-\x7e]{1,4096}$/,
  expandParams: /^[^\p{Cc}]{0,1024}$/u,
} as const;

export type InputName = keyof typeof SHAPES;

/** What is wrong with the first of some values that is missing or malformed. It names the value and holds nothing of it. */
export const inputProblem = (inputs: Partial<Record<InputName, unknown>>): string | undefined => {
  const given = new Map<string, unknown>(Object.entries(inputs));
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (!given.has(name)) continue;
    const value = given.get(name);
    if (typeof value === 'string' && shape.test(value)) continue;
    const problem = value === undefined || value === null || value === '' ? '缺少' : '格式不对';
    return `没有填写必传参数：${problem} ${name}`;
  }
  return undefined;
};

/** @throws {YdrzError} 103002 in the phase given. */
export const checkInputs = (inputs: Partial<Record<InputName, unknown>>, phase: Phase, msgId = ''): void => {
  const message = inputProblem(inputs);
  if (message) throw new YdrzError({ code: '103002', message, phase, msgId });
};
