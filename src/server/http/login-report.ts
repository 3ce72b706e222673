import type { LoginReport, ReportedHop } from '../../codes/login-report.js';
import type { Phase } from '../../codes/ydrz-error.js';
import { isFields } from '../../incoming/fields.js';
import { Refusal } from './refusal.js';
import type { BodyFields } from './request-body.js';

/** Short enough to hold no phone number: what comes here may come from anybody. */
const CODE = /^-?\d{1,6}$/;

const PHASES: readonly Phase[] = ['credentials', 'retrieval', 'authorization', 'token'];
const OPERATORS = ['CM', 'CT', 'CU', 'unknown'] as const;

const HOPS: ReadonlySet<unknown> = new Set([
  'credentials',
  'cm',
  ...['ct', 'cu'].flatMap((carrier) =>
    ['phonescrip', 'script', 'callback'].map((step) => `${carrier}-${step}`),
  ),
  'page-option',
  'token',
]);

/** A login has a dozen requests, with all its tries; what is beyond is dropped. */
const MOST_HOPS = 32;

/** An hour: a phone may sleep in the middle of a login. */
const LONGEST = 60 * 60 * 1000;

const hopOf = (value: unknown): ReportedHop[] => {
  if (!isFields(value)) return [];
  const { name, milliseconds, code } = value;
  if (typeof name !== 'string' || !HOPS.has(name)) return [];
  if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds <= LONGEST)) return [];
  return [
    {
      name,
      milliseconds: Math.round(milliseconds),
      code: typeof code === 'string' && CODE.test(code) ? code : '',
    },
  ];
};

/**
 * Check what `report-url` was sent. Fields and hops that are not known are dropped, so that nothing of them can reach a log.
 *
 * @throws {Refusal} 400 when it has no code or no phase.
 */
export const readReport = (body: BodyFields): LoginReport => {
  const code = body.get('code');
  const phase = PHASES.find((known) => known === body.get('phase'));
  if (typeof code !== 'string' || !CODE.test(code) || !phase) throw new Refusal('report');
  const operator = OPERATORS.find((known) => known === body.get('operator')) ?? 'unknown';
  const hops = body.get('hops');
  const entries: unknown[] = Array.isArray(hops) ? hops.slice(0, MOST_HOPS) : [];
  return { code, phase, operator, hops: entries.flatMap(hopOf) };
};
