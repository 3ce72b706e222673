/** Where a command writes to, so that its tests need no process. */
export interface Output {
  line(text: string): void;
  /** Beside the output proper, on stderr, so that JSON lines stay JSON lines. */
  warn(text: string): void;
}

export const OUTPUT: Output = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  warn: (text) => {
    process.stderr.write(`ydrz-elements: ${text}\n`);
  },
};
