const DAY = 86_400;

/** Lengths of time that a burn-down is offered for: the whole window, a week, a day. */
export function chartRanges(windowSeconds: number): number[] {
  return [
    windowSeconds,
    ...[7 * DAY, DAY].filter(seconds => seconds < windowSeconds),
  ];
}
