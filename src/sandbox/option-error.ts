/** What is wrong with an option of the sandbox. */
export type OptionErrorCode = 'APP' | 'PAGE' | 'SIM' | 'FAULT' | 'BASE_PATH';

/** An option that the sandbox cannot work with. */
export class SandboxOptionError extends TypeError {
  override readonly name = 'SandboxOptionError';
  readonly code: OptionErrorCode;
  /** What to do about it. */
  readonly hint: string;

  constructor(code: OptionErrorCode, message: string, hint: string) {
    super(`${message}. ${hint}`);
    this.code = code;
    this.hint = hint;
  }
}
