import { isFields } from '../../incoming/fields.js';

/** The ways in which the sandbox can misbehave. */
export const FAULT_KINDS = [
  /** The connection is reset before anything is answered. */
  'refused',
  /** The connection is reset in the middle of the body. */
  'reset',
  /** Nothing is ever answered. */
  'timeout',
  /** The real answer, one byte every `delay` milliseconds (default 100). */
  'drip',
  /** The real answer after `delay` milliseconds (default 1000). */
  'slow',
  /** The HTTP status `status` (default 500) with a page of HTML. */
  'status',
  /** 200 and no body. */
  'empty',
  /** 200 and a page of HTML. */
  'html',
  /** The first half of the real answer, as if it were all. */
  'truncated',
  /** The real answer with an object in place of every value. */
  'types',
  /** The real answer with `code` (default 999999) as its return code, and with that code's documented text if it has one. */
  'code',
  /** 200 and `body` (default empty), with the real answer's headers. */
  'body',
  /** A carrier's script that calls its function twice. */
  'twice',
  /** A carrier's script that calls its function `delay` milliseconds after it ran (default 1000). */
  'late',
  /** A carrier's script that calls nothing. */
  'never',
  /** The status `status` (default 302) to `location` (default the list of SIMs). */
  'redirect',
  /** The real answer, which the page is not allowed to read; the preflight is refused as well. */
  'cors',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A way in which the answers of an exchange are spoilt. */
export interface Fault {
  /** The exchange's name, such as `cm` or `ct-callback`; `*` for all. */
  exchange: string;
  /** What goes wrong: one of `FAULT_KINDS`. */
  kind: FaultKind;
  /** How many requests it hits; default every one. */
  times?: number;
  /** How many requests it lets through first; default 0. */
  after?: number;
  /** Milliseconds: before each byte of `drip` (default 100), for `slow` and `late` as a whole (default 1000). */
  delay?: number;
  /** HTTP status; default 500 for the kind `status`, 302 for `redirect`. */
  status?: number;
  /** Return code for the kind `code`; default `999999`, which no document has. */
  code?: string;
  /** What the kind `body` answers; default empty. */
  body?: string;
  /** Where the kind `redirect` leads to; default the sandbox's list of SIMs. */
  location?: string;
}

const TYPES = {
  exchange: 'string',
  kind: 'string',
  times: 'number',
  after: 'number',
  delay: 'number',
  status: 'number',
  code: 'string',
  body: 'string',
  location: 'string',
} as const satisfies Record<keyof Fault, string>;

const isKind = (value: unknown): value is FaultKind => FAULT_KINDS.some((kind) => kind === value);

/** Does JSON from outside describe a fault? Fields of other names are refused: they would be slips. */
export const isFault = (value: unknown): value is Fault =>
  isFields(value) &&
  typeof value['exchange'] === 'string' &&
  isKind(value['kind']) &&
  Object.entries(value).every(([name, field]) => name in TYPES && typeof field === typeOf(name));

const typeOf = (name: string): string | undefined => new Map(Object.entries(TYPES)).get(name);

/** The faults of one lane, oldest first; the first that fits a request hits it. */
export class Faults {
  #faults: { fault: Fault; skip: number; left: number }[] = [];

  /** Those that still have requests to hit. */
  get list(): readonly Fault[] {
    return this.#faults.map(({ fault }) => fault);
  }

  add(...faults: Fault[]): void {
    for (const fault of faults) {
      this.#faults.push({ fault, skip: fault.after ?? 0, left: fault.times ?? Infinity });
    }
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault that hits this request, if any. Preflights are hit by `cors` alone, and do not count. */
  hit(exchange: string, isPreflight: boolean): Fault | undefined {
    const fits = ({ fault }: { fault: Fault }) =>
      (fault.exchange === '*' || fault.exchange === exchange) && (!isPreflight || fault.kind === 'cors');
    const found = this.#faults.find((entry) => {
      if (!fits(entry)) return false;
      if (entry.skip === 0) return true;
      if (!isPreflight) entry.skip -= 1;
      return false;
    });
    if (!found || isPreflight) return found?.fault;
    found.left -= 1;
    if (found.left <= 0) this.#faults = this.#faults.filter((entry) => entry !== found);
    return found.fault;
  }
}
