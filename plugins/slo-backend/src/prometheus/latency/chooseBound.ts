/** The bucket that stands for a latency target. */
export interface ChosenBound {
  seconds: number;
  /** How the server writes the bound; several ways where it changed over time (`1`, `1.0`). */
  labels: string[];
  /** False: no bucket ends at the target, and this one is the nearest. */
  exact: boolean;
}

/** Finds the bucket that ends at the target, or nearest to it; of two as near, the stricter one. */
export function chooseBound(
  labels: string[],
  targetSeconds: number,
): ChosenBound | undefined {
  const bounds = labels
    .map(label => ({ label, seconds: Number(label) }))
    .filter(({ label, seconds }) => label !== '' && Number.isFinite(seconds))
    .sort((a, b) => a.seconds - b.seconds);
  if (bounds.length === 0) {
    return undefined;
  }
  // Rounded, so that 0.4 − 0.3 and 0.5 − 0.4 are the same distance.
  const distance = (seconds: number) =>
    Number(Math.abs(seconds - targetSeconds).toPrecision(12));
  const nearest = bounds.reduce((best, bound) =>
    distance(bound.seconds) < distance(best.seconds) ? bound : best,
  );
  return {
    seconds: nearest.seconds,
    labels: bounds
      .filter(({ seconds }) => seconds === nearest.seconds)
      .map(({ label }) => label),
    exact: nearest.seconds === targetSeconds,
  };
}
