/** Where a command writes to, so that its tests need no process. */
export interface Output {
  line(text: string): void;
}

export const STDOUT: Output = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
};
