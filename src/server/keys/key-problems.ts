import { YdrzError } from '../../codes/ydrz-error.js';
import { inLanguage, type Sentence } from '../language.js';

const OF_RSA = {
  zh: '这里需要 RSA 私钥（PKCS#8 或 PKCS#1，PEM、DER 或 base64）',
  en: 'What is needed is the RSA private key (PKCS#8 or PKCS#1; PEM, DER or base64)',
} as const;

/** What people give in place of a usable key, and what to do about it. No sentence holds a word of what was given. */
const PROBLEMS = {
  missing: { zh: '没有填写必传参数：缺少 privateKey', en: 'privateKey is missing' },
  encrypted: {
    zh: 'privateKey 有口令保护：请先解密，例如 openssl pkcs8 -topk8 -nocrypt -in key.pem -out plain.pem',
    en: 'privateKey is encrypted with a passphrase: decrypt it first, as with openssl pkcs8 -topk8 -nocrypt -in key.pem -out plain.pem',
  },
  public: {
    zh: `privateKey 是公钥：公钥登记到能力平台，${OF_RSA.zh}`,
    en: `privateKey is a public key: that half is registered with the service. ${OF_RSA.en}`,
  },
  certificate: {
    zh: `privateKey 是证书或证书请求，里面只有公钥：${OF_RSA.zh}`,
    en: `privateKey is a certificate or a request for one, which holds the public half alone. ${OF_RSA.en}`,
  },
  curve: {
    zh: `privateKey 是椭圆曲线密钥（EC、SM2 或 Ed25519），不能用于 SHA256withRSA 签名：${OF_RSA.zh}`,
    en: `privateKey is on an elliptic curve (EC, SM2 or Ed25519) and cannot sign SHA256withRSA. ${OF_RSA.en}`,
  },
  other: {
    zh: `privateKey 不是普通的 RSA 密钥（而是 RSA-PSS、DSA 等），不能用于 SHA256withRSA 签名：${OF_RSA.zh}`,
    en: `privateKey is no plain RSA key (but RSA-PSS, DSA or another) and cannot sign SHA256withRSA. ${OF_RSA.en}`,
  },
  short: {
    zh: 'privateKey 太短：RSA 密钥至少 1024 位，建议 2048 位',
    en: 'privateKey is too short: an RSA key has 1024 bits at least, and 2048 are advised',
  },
  openssh: {
    zh: 'privateKey 是 OpenSSH 或 PuTTY 格式：请先转换，例如 ssh-keygen -p -m pem -f key',
    en: 'privateKey is in the format of OpenSSH or PuTTY: convert it first, as with ssh-keygen -p -m pem -f key',
  },
  store: {
    zh: 'privateKey 是密钥库（PKCS#12 或 JKS）：请先取出私钥，例如 openssl pkcs12 -in store.p12 -nocerts -nodes',
    en: 'privateKey is a key store (PKCS#12 or JKS): take the key out first, as with openssl pkcs12 -in store.p12 -nocerts -nodes',
  },
  path: {
    zh: 'privateKey 看起来是文件路径：请读取该文件，把内容传进来',
    en: 'privateKey looks like the path of a file: read the file and give what is in it',
  },
  damaged: {
    zh: `privateKey 不完整或已损坏（复制时丢了字符？）：${OF_RSA.zh}`,
    en: `privateKey is incomplete or damaged (were characters lost in copying?). ${OF_RSA.en}`,
  },
  unknown: {
    zh: `privateKey 不是未加密的 RSA 私钥：${OF_RSA.zh}`,
    en: `privateKey is no unencrypted RSA private key. ${OF_RSA.en}`,
  },
  cannotSign: {
    zh: 'privateKey 不能用于 SHA256withRSA 签名：CryptoKey 须为 RSASSA-PKCS1-v1_5、SHA-256、用途含 sign',
    en: 'privateKey cannot sign SHA256withRSA: a CryptoKey has to be RSASSA-PKCS1-v1_5 with SHA-256 and the usage sign',
  },
} as const satisfies Record<string, Sentence>;

export type KeyProblem = keyof typeof PROBLEMS;

/** The error for a key that cannot be used: 103002 where there is none, else 104013. It quotes nothing and has no cause that could. */
export const keyError = (problem: KeyProblem, language?: string): YdrzError =>
  new YdrzError({
    code: problem === 'missing' ? '103002' : '104013',
    message: inLanguage(PROBLEMS[problem], language),
    phase: 'token',
  });
