const skippedStatuses = ['pending', 'todo', 'skipped'];

/** The tests in Jest's JSON result that were skipped: `{ file, test }`. */
export function jestSkipped(result) {
  return result.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => skippedStatuses.includes(status))
      .map(({ fullName }) => ({ file: name, test: fullName })),
  );
}
