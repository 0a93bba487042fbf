/**
 * The counts of Jest's JSON result. A file that could not even be loaded has
 * no tests in it, and counts as one failure.
 */
export function jestTally(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
