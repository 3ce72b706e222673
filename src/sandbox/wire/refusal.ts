/** A request that the service refuses with a documented code. */
export class Refusal extends Error {
  readonly code: string;
  /** What China Mobile's refusals say beside the code. */
  readonly hints: Readonly<Record<string, string>>;

  /** `text` is said in place of the code's documented one. */
  constructor(code: string, hints: Readonly<Record<string, string>> = {}, text = '') {
    super(text);
    this.code = code;
    this.hints = hints;
  }
}

/** @throws {Refusal} with the code, and with a text of its own where one is given, unless the condition holds. */
export function demand(condition: unknown, code: string, text?: string): asserts condition {
  if (!condition) throw new Refusal(code, {}, text);
}
