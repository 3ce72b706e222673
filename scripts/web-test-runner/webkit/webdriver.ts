/** An answer of a WebDriver: https://www.w3.org/TR/webdriver2/#dfn-send-a-response. */
interface Answer {
  value: unknown;
}

const isAnswer = (answer: unknown): answer is Answer =>
  typeof answer === 'object' && answer !== null && 'value' in answer;

/** A browser that says nothing for so long has got stuck; in milliseconds, for a busy machine. */
const PATIENCE = 120_000;

/**
 * Sends one command, with `patience` in milliseconds.
 * @throws Error with the driver's own words when it refuses.
 */
export async function command(
  base: string,
  path: string,
  method: 'GET' | 'POST' | 'DELETE' = 'POST',
  parameters: object = {},
  patience = PATIENCE,
): Promise<unknown> {
  const response = await fetch(`${base}${path}`, {
    method,
    signal: AbortSignal.timeout(patience),
    ...(method === 'POST' ? { body: JSON.stringify(parameters) } : {}),
  });
  const answer: unknown = await response.json();
  const value = isAnswer(answer) ? answer.value : answer;
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

/** A field of an answer, as text. */
export function textIn(value: unknown, name: string): string {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof field !== 'string')
    throw new TypeError(`WebDriver answers without ${name}: ${JSON.stringify(value)}`);
  return field;
}
