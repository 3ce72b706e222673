/**
 * crypto-js is published as UMD alone: `(function (root, factory) { … }(this, function (CryptoJS) { … }))`. As ES modules
 * its parts need no CommonJS runtime in the page, and browsers load them in tests as they are.
 */

/** The end of the wrapper's head, after which its factory stands. */
const HEAD = '}(this, ';

/** What the CommonJS branch of the head asks for, the core first. */
const DEPENDENCY = /require\("(\.\/[\w-]+)"\)/g;

/**
 * The text of a crypto-js file as an ES module.
 * @throws Error when the file is not of the form that crypto-js 4 has.
 */
export function toModule(path: string, text: string): string {
  const end = text.indexOf(HEAD);
  const factory = /^function \([\s\S]*\}(?=\)\);\s*$)/.exec(text.slice(end + HEAD.length))?.[0];
  if (end < 0 || factory === undefined) throw new Error(`${path} is not in the form of crypto-js 4`);
  const [commonJs = ''] = text.slice(0, end).split('typeof define');
  const dependencies = [...commonJs.matchAll(DEPENDENCY)].map(([, name]) => `${name}.js`);
  const [core, ...others] = dependencies;
  // Every browser and Node 20 have `globalThis.crypto`, which comes before this way to random numbers.
  const code = factory
    .replaceAll("typeof require === 'function'", 'false')
    .replaceAll("require('crypto')", 'undefined');
  return [
    core === undefined ? '' : `import core from '${core}';`,
    ...others.map((name) => `import '${name}';`),
    `export default (${code})(${core === undefined ? '' : 'core'});`,
    '',
  ].join('\n');
}
