/**
 * Built-in texts, with the application's own in place of some. What is no text or not to be read changes nothing.
 *
 * @param clean what becomes of an own text; it stays as it is by default.
 */
export const withOwnTexts = <Key extends string>(
  texts: Readonly<Record<Key, string>>,
  own: Partial<Record<NoInfer<Key>, unknown>> | null,
  clean: (text: string) => string = String,
): Record<Key, string> => {
  const all: Record<Key, string> = { ...texts };
  try {
    for (const key in texts) {
      const text: unknown = own?.[key];
      if (typeof text === 'string') all[key] = clean(text);
    }
  } catch {
    // A getter or a proxy of the application's that throws.
  }
  return all;
};
