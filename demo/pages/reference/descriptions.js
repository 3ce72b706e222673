import { language } from '../site/language.js';
import { readJson } from '../site/settings.js';

// The sources describe the interface in English; `zh-CN.json` has the Chinese of every sentence, so that a sentence that is
// changed has none until somebody writes it. A test looks for those, and for Chinese that belongs to nothing.

const inChinese = language !== 'en';
const [chinese, options] = inChinese
  ? await Promise.all([readJson('reference/zh-CN.json'), readJson('generated/options.json')])
  : [{}, {}];
const meanings = new Map(
  Object.values(options)
    .flat()
    .map(({ option, zh }) => [option, zh]),
);

const OPTION = /; option `([\w.]+)`$/;
const PREFIXES = new Map([['On the authorization screen: ', '授权界面上：']]);

const translated = (text) => {
  const [, option] = OPTION.exec(text) ?? [];
  if (option !== undefined) return `${meanings.get(option)}；参数 \`${option}\``;
  for (const [prefix, zh] of PREFIXES) {
    if (text.startsWith(prefix)) return zh + translated(text.slice(prefix.length));
  }
  return chinese[text] ?? text;
};

/** A description of the interface in the site's language. */
export const describe = (english = '') => {
  const text = english.replace(/\s+/g, ' ').trim();
  return inChinese ? translated(text) : text;
};
