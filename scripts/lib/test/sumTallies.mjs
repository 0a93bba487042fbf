/** The sum of several counts `{ passed, failed, skipped }`. */
export function sumTallies(tallies) {
  const sum = key => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
  };
}
