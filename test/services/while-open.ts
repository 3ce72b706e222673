import type { Route } from 'playwright-core';

/**
 * The handler of a route, for pages that a test may close while it still waits for an answer: nobody is left then to answer, and
 * Playwright's complaint of that would fail whichever test runs next.
 */
export const whileOpen =
  (answer: (route: Route) => Promise<void>) =>
  async (route: Route): Promise<void> => {
    try {
      await answer(route);
    } catch (error) {
      if (!String(error).includes('has been closed')) throw error;
    }
  };
