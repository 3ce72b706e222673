import fc from 'fast-check';

/** What a page or a user does. `on` is the element that it is done to, of two. */
export type Step =
  | { kind: 'act'; what: string; on: 0 | 1; values: readonly (string | number | null)[] }
  | { kind: 'key'; key: string }
  | { kind: 'type'; digits: string }
  | { kind: 'back' }
  | { kind: 'network'; offline: boolean };

/** Attributes with values that a page may set them to; null takes one away. */
const ATTRIBUTES: readonly (readonly [name: string, values: readonly (string | null)[]])[] = [
  ['auth-page-type', ['0', '1', '2', '3', null]],
  ['page-source', ['hosted', 'local', null]],
  ['page-options', ['{"titleStyle":{"name":"x"}}', 'rubbish', null]],
  ['layer-options', ['{"maskStyle":{"ifShowMask":true}}', null]],
  ['mount', ['apart', 'nobody', null]],
  ['prefetch', ['load', 'visible', null]],
  ['timeout', ['1', '50', 'abc', '-1', null]],
  ['jsonp', ['off', null]],
  ['lang', ['en', null]],
  ['disabled', ['', null]],
  ['required', ['', null]],
  ['autostart', ['', null]],
  ['state', ['failed', null]],
  ['app-id', ['', '300012345678']],
];

const on = fc.constantFrom(0 as const, 1 as const);

const act = (what: string, ...values: readonly (string | number | null)[]): fc.Arbitrary<Step> =>
  on.map((which) => ({ kind: 'act', what, on: which, values }));

const attribute: fc.Arbitrary<Step> = fc
  .constantFrom(...ATTRIBUTES)
  .chain(([name, values]) => fc.tuple(on, fc.constantFrom(...values), fc.constant(name)))
  .map(([which, value, name]) => ({ kind: 'act', what: 'set', on: which, values: [name, value] }));

const number = (what: string, ...values: readonly number[]): fc.Arbitrary<Step> =>
  fc
    .tuple(on, fc.constantFrom(...values))
    .map(([which, value]) => ({ kind: 'act', what, on: which, values: [value] }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: act('login') },
  { weight: 3, arbitrary: act('press') },
  { weight: 1, arbitrary: act('hover') },
  { weight: 3, arbitrary: act('abort') },
  { weight: 2, arbitrary: act('reset') },
  { weight: 2, arbitrary: act('remove') },
  { weight: 2, arbitrary: act('put back') },
  { weight: 2, arbitrary: act('move') },
  { weight: 1, arbitrary: act('form reset') },
  { weight: 1, arbitrary: act('page hides') },
  { weight: 1, arbitrary: act('page shows') },
  { weight: 5, arbitrary: act('until asked') },
  { weight: 2, arbitrary: act('tick') },
  { weight: 4, arbitrary: attribute },
  { weight: 2, arbitrary: number('delay', 0, 5, 100) },
  { weight: 3, arbitrary: number('wait', 0, 10, 80) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0013', '9999', '0').map((digits): Step => ({ kind: 'type', digits })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Escape', 'Enter', 'Tab').map((key): Step => ({ kind: 'key', key })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'back' }) },
  { weight: 1, arbitrary: fc.boolean().map((offline): Step => ({ kind: 'network', offline })) },
);

export const sequence: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 14 });

/** A step in a few words, for whoever reads what went wrong. */
export const wordsOf = (taken: Step): string => {
  switch (taken.kind) {
    case 'act':
      return [taken.what, ...taken.values.map(String), `(${String(taken.on)})`].join(' ');
    case 'key':
      return taken.key;
    case 'type':
      return `type ${taken.digits}`;
    case 'back':
      return 'Back';
    case 'network':
      return taken.offline ? 'offline' : 'online';
  }
};
