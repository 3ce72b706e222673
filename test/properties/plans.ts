import fc from 'fast-check';
import type { Reply } from './virtual-service.js';

/** What the user, or whoever stands for one, does when asked. */
export const ANSWERS = [
  'right',
  'wrong',
  'short',
  'disagree',
  'cancel',
  'hosted',
  'hosted without token',
  'throw',
  'reject',
  'never',
] as const;

export type Answer = (typeof ANSWERS)[number];

/** One login and its user. */
export interface LoginPlan {
  authPageType: '0' | '1' | '2';
  /** Whether the page allows the carriers' scripts. */
  scripts: boolean;
  /** By try; the user fills in the right digits ever after. */
  answers: readonly Answer[];
  /** Whether the page ends the login, at a moment of the scheduler's choice. */
  abort: boolean;
}

/** Everything that is decided before a schedule runs, but for the order in which things happen. */
export interface Plan {
  logins: readonly LoginPlan[];
  replies: readonly Reply[];
  hasty: readonly boolean[];
}

const OWNERS = ['', '', 'CM', 'CT', 'CU', 'XX'];
const CODES = [
  '104012',
  '104012',
  '104009',
  '103111',
  '105003',
  '110023',
  '103000',
  '0',
  '500',
  '503',
  '',
  'x',
];
const RUBBISH = [
  '',
  '<html>',
  'null',
  '[]',
  '"103000"',
  '{}',
  '{"resultCode":"103000"}',
  '{"resultCode":"103000","data":{}}',
  '{"resultCode":"103000","data":{"token":""}}',
  '{"resultCode":"103000","data":"https://gateway.example.com/other"}',
  '{"resultCode":"103000","data":"javascript:0"}',
  '{"body":{"resultCode":"103000","accessToken":"x","maskPhone":"<b>"}}',
  '{"resultCode":"103000","accessToken":"","maskPhone":"138****8000"}',
  '{"__proto__":{"resultCode":"103000","data":{"token":"polluted"}}}',
];

const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 7, arbitrary: fc.constant({ kind: 'good' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('code' as const),
      code: fc.constantFrom(...CODES),
      owner: fc.constantFrom(...OWNERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rubbish' as const), text: fc.constantFrom(...RUBBISH) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('status', 'refused', 'reset', 'never') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('twice', 'late') }) },
);

const answer = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Answer>('right', 'wrong') },
  { weight: 2, arbitrary: fc.constantFrom(...ANSWERS) },
);

const login: fc.Arbitrary<LoginPlan> = fc.record({
  authPageType: fc.constantFrom('0', '1', '2'),
  scripts: fc.constantFrom(true, true, true, false),
  answers: fc.array(answer, { maxLength: 4 }),
  abort: fc.constantFrom(false, false, true),
});

export const plan: fc.Arbitrary<Plan> = fc.record({
  logins: fc.array(login, { minLength: 1, maxLength: 2 }),
  replies: fc.array(reply, { maxLength: 24 }),
  hasty: fc.array(fc.constantFrom(false, false, false, true), { maxLength: 16 }),
});
