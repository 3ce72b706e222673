import type { LoginReport } from 'ydrz-elements/server';

type Operator = LoginReport['operator'];

/** How the logins of one carrier's SIMs ended. */
export interface CarrierFigures {
  operator: Operator;
  logins: number;
  successes: number;
}

/** How often logins ended with a code in a phase. */
export interface CodeFigures {
  code: string;
  phase: LoginReport['phase'];
  logins: number;
}

/** What the flow page shows. */
export interface Figures {
  carriers: CarrierFigures[];
  /** The most frequent codes of logins that failed, the most frequent first. */
  codes: CodeFigures[];
}

const SUCCESS = '103000';
const MOST_SHOWN = 8;
/** More codes than there are; what anybody makes up beyond it is not counted. */
const MOST_KEPT = 300;

const OPERATORS: readonly Operator[] = ['CM', 'CT', 'CU', 'unknown'];

/**
 * Counts of reported logins, and nothing else of them. A real business has its monitoring for this; here they are forgotten when
 * the demo stops.
 */
export class LoginFigures {
  readonly #carriers = new Map<Operator, CarrierFigures>();
  readonly #codes = new Map<string, CodeFigures>();

  add({ code, phase, operator }: LoginReport): void {
    const carrier = this.#carriers.get(operator) ?? { operator, logins: 0, successes: 0 };
    carrier.logins += 1;
    if (code === SUCCESS) carrier.successes += 1;
    this.#carriers.set(operator, carrier);
    if (code !== SUCCESS) this.#count(code, phase);
  }

  #count(code: string, phase: LoginReport['phase']): void {
    const key = `${phase} ${code}`;
    const counted = this.#codes.get(key) ?? { code, phase, logins: 0 };
    if (counted.logins === 0 && this.#codes.size >= MOST_KEPT) return;
    counted.logins += 1;
    this.#codes.set(key, counted);
  }

  get figures(): Figures {
    return {
      carriers: OPERATORS.flatMap((operator) => this.#carriers.get(operator) ?? []),
      codes: [...this.#codes.values()].sort((a, b) => b.logins - a.logins).slice(0, MOST_SHOWN),
    };
  }
}
