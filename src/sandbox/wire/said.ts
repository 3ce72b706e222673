import { RETURN_CODES, type CodeSource, type ReturnCode } from '../../codes/return-codes.js';

/** The tables that an exchange's codes stand in, by the start of its name. */
const SOURCES: readonly (readonly [start: string, ...sources: CodeSource[]])[] = [
  ['cm', 'CM'],
  ['ct-', 'CT'],
  ['cu-', 'CU'],
  ['page-option', 'CT'],
  ['token', 'token'],
  // What it shares with the request for a token has its text there.
  ['validate', 'validation', 'token'],
];

/** What the documents say of a code that an exchange answers: its own tables first, then the others, which a fault can make it answer. */
const rowsOf = (exchange: string, code: string): readonly ReturnCode[] => {
  const [, ...sources] = SOURCES.find(([start]) => exchange.startsWith(start)) ?? [];
  const known = RETURN_CODES.filter((row) => row.code === code);
  return [...sources.flatMap((source) => known.filter((row) => row.source === source)), ...known];
};

/** For the codes of token validation that the documents give without a text. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  '103001': '校验失败',
  '104013': '签名校验失败',
  '104017': '服务器IP校验失败',
};

/** Spaces beside Chinese are the guide's typesetting: the service's own texts that were seen have none. */
const asSent = (text: string): string => text.replace(/ (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu, '');

/** A code's text, as an exchange sends it; undefined where the documents have none. */
export const saidOf = (exchange: string, code: string): string | undefined => {
  const texts = rowsOf(exchange, code).find((row) => row.texts.length > 0)?.texts ?? [];
  // Where the guide has two, the second is the last step's.
  const text = exchange.endsWith('-callback') ? texts.at(-1) : texts[0];
  return text === undefined ? OWN_WORDS[code] : asSent(text);
};

/** What a code means, in English; empty where it is not known. */
export const meaningOf = (exchange: string, code: string): string => {
  // The gateways' own success, which is no code of the documents.
  if (code === '0') return 'the carrier’s gateway recognised the SIM';
  return rowsOf(exchange, code)[0]?.meaning ?? '';
};
