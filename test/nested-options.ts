/** The option object in which each option, named as `agreeStyle.hrefStyle.fontSize`, has its value. */
export function nested(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const names = new Set([...values.keys()].map((option) => option.split('.')[0] ?? option));
  return Object.fromEntries(
    [...names].map((name) => {
      const start = `${name}.`;
      const inner = [...values].filter(([option]) => option.startsWith(start));
      return inner.length > 0
        ? [name, nested(new Map(inner.map(([option, value]) => [option.slice(start.length), value])))]
        : [name, values.get(name)];
    }),
  );
}
