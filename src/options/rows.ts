import type { OptionTable, ValueType } from './value-types.js';

/** A table as a list: every option's full name, such as `phoneNumStyle.inputStyle.width`, and its type. */
export function rowsOf(table: OptionTable, group = ''): (readonly [option: string, type: ValueType])[] {
  return Object.entries(table).flatMap(([name, row]) =>
    typeof row === 'string' ? [[group + name, row] as const] : rowsOf(row, `${group}${name}.`),
  );
}
