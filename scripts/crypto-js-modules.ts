import { isNeeded, withoutUnused } from './crypto-js-parts.js';

/**
 * crypto-js is published as UMD alone: `(function (root, factory) { … }(this, function (CryptoJS) { … }))`. As ES modules
 * its parts need no CommonJS runtime in the page, and browsers load them in tests as they are.
 */

/** The end of the wrapper's head, after which its factory stands. */
const HEAD = '}(this, ';

/** What the CommonJS branch of the head asks for, the core first. */
const DEPENDENCY = /require\("(\.\/[\w-]+)"\)/g;

/**
 * The text of a crypto-js file as an ES module, with what a login uses of it.
 * @throws Error when the file is not of the form that crypto-js 4 has.
 */
export function toModule(path: string, whole: string): string {
  const text = withoutUnused(path, whole);
  const end = text.indexOf(HEAD);
  const factory = /^function \([\s\S]*\}(?=\)\);\s*$)/.exec(text.slice(end + HEAD.length))?.[0];
  if (end < 0 || factory === undefined) throw new Error(`${path} is not in the form of crypto-js 4`);
  const [commonJs = ''] = text.slice(0, end).split('typeof define');
  const dependencies = [...commonJs.matchAll(DEPENDENCY)].map(([, name = '']) => name).filter(isNeeded);
  const [core, ...others] = dependencies.map((name) => `${name}.js`);
  return [
    core === undefined ? '' : `import core from '${core}';`,
    ...others.map((name) => `import '${name}';`),
    `export default (${factory})(${core === undefined ? '' : 'core'});`,
    '',
  ].join('\n');
}
