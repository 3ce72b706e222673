import { YdrzError, type Phase } from '../codes/ydrz-error.js';

/** What a value must look like. Lengths are far above what the service uses, and far below what could hurt. */
const SHAPES = {
  appId: /^[\w-]{1,64}$/,
  /** Printable ASCII: its first 16 characters are an AES key, so they must be 16 bytes. */
  appKey: /^[\x21-\x7e]{16,256}$/,
  version: /^\d{1,2}\.\d{1,2}$/,
  traceId: /^[\w-]{1,64}$/,
  token: /^[\x21-\x7e]{1,1024}$/,
  /** URL-encoded base64; nothing else is assumed about it, because it goes on as it came. */
  userInformation: /^[\x21-\x7e]{1,4096}$/,
  expandParams: /^[^\p{Cc}]{0,1024}$/u,
} as const;

export type InputName = keyof typeof SHAPES;

/**
 * Check values before anything is done with them. The error names what is wrong and holds no value, as it may be a secret.
 *
 * @throws {YdrzError} 103002 in the phase given.
 */
export const checkInputs = (inputs: Partial<Record<InputName, unknown>>, phase: Phase, msgId = ''): void => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (!(name in inputs)) continue;
    const value: unknown = new Map<string, unknown>(Object.entries(inputs)).get(name);
    if (typeof value === 'string' && shape.test(value)) continue;
    const problem = value === undefined || value === null || value === '' ? '缺少' : '格式不对';
    throw new YdrzError({ code: '103002', message: `没有填写必传参数：${problem} ${name}`, phase, msgId });
  }
};
