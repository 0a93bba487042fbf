import type { PlotPoint } from './plotPoints';

/** The times in which nothing was measured, as the chart shows them. */
export function unmeasured(points: PlotPoint[]): { from: Date; to: Date }[] {
  const bands: { from: Date; to: Date }[] = [];
  points.forEach((point, i) => {
    if (point.left !== null) {
      return;
    }
    const last = bands[bands.length - 1];
    if (last && points[i - 1]?.left === null) {
      last.to = point.at;
    } else {
      bands.push({ from: point.from, to: point.at });
    }
  });
  return bands;
}
