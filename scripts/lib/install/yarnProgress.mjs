/** What Yarn is at, from one line of its output; undefined if it says nothing. */
export function yarnProgress(line) {
  if (/ must be (re)?built because/.test(line)) {
    return 'building native addons';
  }
  const step = /┌ (\w+) step/.exec(line)?.[1];
  return { Fetch: 'fetching packages', Link: 'linking packages' }[step];
}
