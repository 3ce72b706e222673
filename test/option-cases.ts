import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { readLayerOptions } from '../src/options/read-options.js';
import type { ScreenOptions } from '../src/options/types.js';
import { nested } from './nested-options.js';

/** Refused values are left out, and are warned of. */
export const refused = Symbol('refused');
/** These count as not given: left out in silence. */
export const absent = Symbol('absent');

export type Case = readonly [given: unknown, expected: Expected];

type Expected = string | typeof refused | typeof absent;
type Reader = typeof readLayerOptions;

/** Sets one option to each value in turn, and tests what comes of it. */
export function testOption(
  title: string,
  read: Reader,
  option: string,
  result: (screen: ScreenOptions) => unknown,
  cases: readonly Case[],
) {
  test(`${title}: ${option}`, () => {
    for (const [given, expected] of cases) {
      const warnings: string[] = [];
      const screen = read(nested(new Map([[option, given]])), {
        warn: (sentence) => warnings.push(sentence),
      });
      const left = typeof expected === 'symbol';
      const shown = inspect(given, { maxStringLength: 60 });
      assert.equal(result(screen), left ? undefined : expected, `${shown} as ${option}`);
      assert.equal(
        warnings.length,
        expected === refused ? 1 : 0,
        `warnings for ${shown}: ${warnings.join()}`,
      );
      if (expected === refused) assert.ok(warnings[0]?.includes(option), warnings[0]);
    }
  });
}

export const nothing: readonly Case[] = [
  ['', absent],
  ['  ', absent],
  [null, absent],
  [undefined, absent],
];
export const notText: readonly Case[] = [
  [{}, refused],
  [[], refused],
  [() => 1, refused],
  [Symbol('s'), refused],
  [10n, refused],
];
export const injections: readonly Case[] = [
  ['1px; color: red', refused],
  ['1px} * {color: red', refused],
  ['url(https://evil.example/x)', refused],
  ['var(--secret)', refused],
  ['expression(alert(1))', refused],
  ['</style><script>alert(1)</script>', refused],
  ['1px/**/', refused],
  ['\\31 px', refused],
];
