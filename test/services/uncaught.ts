/**
 * The messages of all errors that nobody catches while `run` runs. Foreign scripts throw where it is expected of them, and the
 * test runner would take that for a failure of the test.
 */
export async function uncaughtDuring(run: () => Promise<void>): Promise<unknown[]> {
  const messages: unknown[] = [];
  const { onerror } = window;
  window.onerror = (message) => {
    messages.push(message);
    return true;
  };
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return messages;
}
