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

/** The full names of the tests that Jest skipped, with their files. */
export function jestSkipped(result) {
  return result.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'todo', 'skipped'].includes(status))
      .map(({ fullName }) => ({ file: name, test: fullName })),
  );
}
