import type { Reporter, TestResult, TestSuiteResult } from '@web/test-runner';

const testsIn = ({ tests, suites }: TestSuiteResult): TestResult[] => [...tests, ...suites.flatMap(testsIn)];

/**
 * Ends a run with the line that `.ci/run` adds up: `[chromium] 12 passed, 0 failed`. A file that fails before or outside its
 * tests (it does not load, say) counts as one failure, so that it can never pass unseen.
 */
export function countReporter(engine: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      let [passed, failed] = [0, 0];
      for (const session of sessions) {
        const run = session.testResults ? testsIn(session.testResults).filter(({ skipped }) => !skipped) : [];
        const good = run.filter((test) => test.passed).length;
        passed += good;
        failed += session.passed ? run.length - good : Math.max(1, run.length - good);
      }
      console.log(`\n[${engine}] ${passed} passed, ${failed} failed`);
    },
  };
}
