/** The string fields of a JSON object; everything else is left out. */
export const jsonTexts = (json: string): Partial<Record<string, string>> => {
  const value: unknown = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};
