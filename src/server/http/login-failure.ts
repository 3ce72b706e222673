import { YdrzError } from '../../codes/ydrz-error.js';
import { hintFor } from '../../codes/hints.js';
import { inLanguage } from '../language.js';
import { problemOf, type Problem } from './problems.js';
import { Refusal } from './refusal.js';

/** The part of the handler that failed; `request` where the request was for none. */
export type FailurePhase = 'credentials' | 'token' | 'report' | 'request';

/** What `onFailure` is told. It holds no number, token, key or userInformation: it may be logged as it is. */
export interface LoginFailure {
  /** The documented code, or an HTTP status where the kit itself has refused. */
  code: string;
  /** `credentials`, `token` (validation), `report`, or `request` where the request was for none of them. */
  phase: FailurePhase;
  /** The HTTP status that was answered. */
  status: number;
  /** The traceId of the validation, for questions to the service; empty where the service was not asked. */
  msgId: string;
  /** Milliseconds from the request to its answer. */
  milliseconds: number;
  /** For the operator alone: what the service or the system has said, with the reason behind it where there is one. */
  message: string;
  /** For the operator alone: what to do about it, in the handler's language. */
  hint: string;
}

/** How much of a message is told, in characters. */
const LONGEST = 300;

/** Tokens, keys, fingerprints and phone numbers, whoever has put them into a message. IP addresses stay: they are what 104017 is about. */
const PRIVATE = /[\w%+/=~-]{24,}|\+?\d(?:[ -]?\d){6,}/g;

const withoutPrivate = (text: string): string =>
  text
    // Cut before as well, so that no message is long work for the pattern.
    .slice(0, 4 * LONGEST)
    .replace(PRIVATE, '…')
    .slice(0, LONGEST);

/** An error's message with those of its causes, such as "fetch failed: connect ECONNREFUSED". */
const reasonOf = (error: unknown, depth = 3): string => {
  if (!(error instanceof Error)) return '';
  const cause = depth > 0 ? reasonOf(error.cause, depth - 1) : '';
  return cause ? `${error.message}: ${cause}` : error.message;
};

/** A failure: what the browser is told of it, and what the operator is. */
export interface Failure {
  problem: Problem;
  msgId: string;
  message: string;
  hint: string;
}

/** What has failed, without the secrets; undefined for an error that is none of the kit's. */
export const failureOf = (
  error: unknown,
  secrets: readonly string[],
  language: string,
): Failure | undefined => {
  const refused = error instanceof Refusal;
  if (!refused && !(error instanceof YdrzError)) return undefined;
  const problem = refused ? error.problem : problemOf(error.code);
  const said = secrets.reduce(
    (text, secret) => (secret ? text.replaceAll(secret, '…') : text),
    reasonOf(error),
  );
  const hint = refused ? inLanguage(problem.hint, language) : error.hint || hintFor(error, language);
  return { problem, msgId: refused ? '' : error.msgId, message: withoutPrivate(said), hint };
};

/** The JSON that every failure is answered with: `{code, message, hint}`. */
export const failureResponse = ({ status, code, message, hint }: Problem, language: string): Response =>
  Response.json(
    { code, message, hint: inLanguage(hint, language) },
    { status, headers: status === 405 ? { allow: 'POST' } : {} },
  );
