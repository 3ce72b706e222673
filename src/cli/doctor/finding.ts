/** How a check ended: `ok`, `warn` (it may work), `fail` (it will not), `skip` (something else has to be mended or given first). */
export type Verdict = 'ok' | 'warn' | 'fail' | 'skip';

/** One line of the doctor's report. */
export interface Finding {
  /** What was looked at, such as `key` or `page policy`. */
  check: string;
  verdict: Verdict;
  /** What was found and, unless all is well, what to do. */
  text: string;
}

export const ok = (check: string, text: string): Finding => ({ check, verdict: 'ok', text });
export const warn = (check: string, text: string): Finding => ({ check, verdict: 'warn', text });
export const fail = (check: string, text: string): Finding => ({ check, verdict: 'fail', text });
export const skip = (check: string, text: string): Finding => ({ check, verdict: 'skip', text });
