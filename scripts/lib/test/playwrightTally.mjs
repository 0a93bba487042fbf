/**
 * The counts of Playwright's JSON result. A test that passes only when it is
 * repeated counts as failed.
 */
export function playwrightTally({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
