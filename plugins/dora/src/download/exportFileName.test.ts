import { exportFileName } from './exportFileName';

describe('exportFileName', () => {
  it('names list, scope and the days, the last one included', () => {
    expect(
      exportFileName({
        list: 'deployments',
        scope: 'group:default/platform-team',
        period: { from: '2026-10-26', to: '2026-11-23' },
      }),
    ).toBe(
      'dora-deployments-group-default-platform-team-2026-10-26-to-2026-11-22.csv',
    );
  });

  it('steps back over the end of a month', () => {
    expect(
      exportFileName({
        list: 'excluded',
        scope: 'all',
        period: { from: '2026-02-02', to: '2026-03-01' },
      }),
    ).toBe('dora-excluded-all-2026-02-02-to-2026-02-28.csv');
  });
});
