/** Moves labels apart so that no two are closer than `gap`; each stays as near to its place as it can. */
export function spreadLabels(options: {
  positions: number[];
  gap: number;
  bottom: number;
}): number[] {
  const { positions, gap, bottom } = options;
  const order = positions.map((_, i) => i);
  order.sort((a, b) => positions[a] - positions[b]);
  const placed = [...positions];
  order.forEach((index, rank) => {
    if (rank > 0) {
      const above = placed[order[rank - 1]];
      placed[index] = Math.max(placed[index], above + gap);
    }
  });
  let limit = bottom;
  for (const index of [...order].reverse()) {
    placed[index] = Math.min(placed[index], limit);
    limit = placed[index] - gap;
  }
  return placed;
}
