import type { PlotPoint } from '../../burnDown/plotPoints';

/** Index of the point that is closest to an instant; points are in order. */
export function nearestPoint(points: PlotPoint[], at: Date): number {
  const distance = (point: PlotPoint) =>
    Math.abs(point.at.getTime() - at.getTime());
  return points.reduce(
    (nearest, point, i) =>
      distance(point) < distance(points[nearest]) ? i : nearest,
    0,
  );
}
