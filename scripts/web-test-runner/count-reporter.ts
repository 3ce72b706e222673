import type { Reporter, TestSuiteResult } from '@web/test-runner';

interface Counts {
  passed: number;
  failed: number;
}

function count(suite: TestSuiteResult, counts: Counts): void {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite.suites) count(inner, counts);
}

/**
 * Ends a run with the line that `.ci/run` adds up: `[chromium] 12 passed, 0 failed`. A file that fails before or outside its
 * tests (it does not load, say) counts as one failure, so that it can never pass unseen.
 */
export function countReporter(engine: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const total: Counts = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const own: Counts = { passed: 0, failed: 0 };
        if (session.testResults) count(session.testResults, own);
        if (!session.passed && own.failed === 0) own.failed = 1;
        total.passed += own.passed;
        total.failed += own.failed;
      }
      console.log(`\n[${engine}] ${total.passed} passed, ${total.failed} failed`);
    },
  };
}
