import type { HistoryPoint } from '@golden-path/backstage-plugin-slo-common';
import { availability } from '../__fixtures__/slos';
import { plotPoints } from './plotPoints';
import { unmeasured } from './unmeasured';

const view = {
  mode: 'window' as const,
  from: new Date(availability.window.from),
  to: new Date(availability.window.to),
};

const history = (
  steps: [hour: number, consumed: number | null, coverage: number][],
): HistoryPoint[] =>
  steps.map(([hour, consumed, coverage]) => ({
    at: new Date(view.from.getTime() + hour * 3_600_000).toISOString(),
    good: 99,
    total: 100,
    sli: 0.99,
    consumed,
    ideal: 0,
    coverage,
  }));

const leftOf = (points: HistoryPoint[], mode: 'window' | 'rolling') =>
  plotPoints({ slo: availability, view: { ...view, mode }, points }).map(
    ({ left }) => left,
  );

describe('plotPoints', () => {
  it('begins a window with the whole budget', () => {
    const points = history([
      [1, 0.25, 1],
      [2, 0.5, 1],
    ]);
    expect(leftOf(points, 'window')).toEqual([1, 0.75, 0.5]);
  });

  it('takes the point at the beginning as such, although it covers no time', () => {
    const points = history([
      [0, null, 0],
      [1, 0.25, 1],
    ]);
    expect(leftOf(points, 'window')).toEqual([1, 0.75]);
    const known = history([
      [0, 0.5, 0],
      [1, 0.25, 1],
    ]);
    expect(leftOf(known, 'rolling')).toEqual([0.5, 0.75]);
  });

  it('begins a rolling view with what it had', () => {
    expect(leftOf(history([[1, 0.25, 1]]), 'rolling')).toEqual([0.75]);
  });

  it('claims no full budget where the beginning was not measured', () => {
    const points = history([
      [1, null, 0],
      [2, 0.5, 1],
    ]);
    expect(leftOf(points, 'window')).toEqual([null, 0.5]);
  });

  it('has no value for a step that was not measured, whatever had been used before', () => {
    const points = history([
      [1, 0.25, 1],
      [2, 0.25, 0],
      [3, 0.25, 0.1],
    ]);
    expect(leftOf(points, 'window')).toEqual([1, 0.75, null, 0.75]);
  });

  it('has nothing to draw without points', () => {
    expect(leftOf([], 'window')).toEqual([]);
  });
});

describe('unmeasured', () => {
  it('joins neighbouring steps', () => {
    const points = plotPoints({
      slo: availability,
      view,
      points: history([
        [1, 0.1, 1],
        [2, null, 0],
        [3, null, 0],
        [4, 0.1, 1],
        [5, null, 0],
      ]),
    });
    const hours = (at: Date) =>
      (at.getTime() - view.from.getTime()) / 3_600_000;
    expect(
      unmeasured(points).map(({ from, to }) => [hours(from), hours(to)]),
    ).toEqual([
      [1, 3],
      [4, 5],
    ]);
  });
});
