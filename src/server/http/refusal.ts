import { PROBLEMS, type Problem, type ProblemName } from './problems.js';

/** A request that the handler refuses by itself. */
export class Refusal extends Error {
  readonly problem: Problem;

  /** @param detail which of the inputs is meant, for the browser too: it holds no value */
  constructor(name: ProblemName, { detail, cause }: { detail?: string; cause?: unknown } = {}) {
    const problem = PROBLEMS[name];
    const message = detail || problem.message;
    super(message, cause === undefined ? undefined : { cause });
    this.problem = { ...problem, message };
  }
}
