import { eventRevision } from './eventRevision';

describe('eventRevision', () => {
  const at = Date.parse('2026-03-02T10:00:00Z');
  const revision = (options: Partial<Parameters<typeof eventRevision>[0]>) =>
    eventRevision({ at, order: 0, identity: 'a', ...options });

  it('is the same for the same report', () => {
    expect(revision({})).toBe(revision({}));
  });

  it('grows with time, then with order', () => {
    expect(revision({ at: at + 1 })).toBeGreaterThan(revision({ order: 3 }));
    expect(revision({ order: 1, identity: 'a' })).toBeGreaterThan(
      revision({ order: 0, identity: 'b' }),
    );
  });

  it('tells reports of one instant apart', () => {
    expect(revision({ identity: 'b' })).not.toBe(revision({}));
  });

  it.each([-1, 8.64e15, NaN])('is exact at %d', instant => {
    const value = revision({ at: Number.isNaN(instant) ? 0 : instant });
    expect(Number.isSafeInteger(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(0);
  });
});
