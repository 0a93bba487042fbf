const DAY = 86_400_000;

/** Instants for labels under the axis, both ends included: at most seven steps, whole days if it can. */
export function timeTicks(from: Date, to: Date): Date[] {
  const length = to.getTime() - from.getTime();
  const days = Math.round(length / DAY);
  const steps =
    [6, 7, 5, 4].find(count => days >= count && days % count === 0) ?? 6;
  return Array.from(
    { length: steps + 1 },
    (_, i) => new Date(from.getTime() + (length * i) / steps),
  );
}
