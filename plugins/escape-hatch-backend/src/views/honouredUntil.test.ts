import { honouredUntil } from './honouredUntil';

const at = (text: string) => Date.parse(`${text}Z`);

describe('honouredUntil', () => {
  const hatch = {
    activeFrom: at('2026-11-01T00:00'),
    expiresAt: at('2027-02-16T00:00'),
    // in the bucket from 12:00 to 18:00
    revokedAt: at('2026-11-20T15:12'),
    lease: 72 * 3_600_000,
  };

  it('is the end of the newest lease', () => {
    expect(honouredUntil(hatch)).toBe(at('2026-11-23T18:00'));
  });

  it('is not beyond its own end', () => {
    const expiresAt = at('2026-11-21T00:00');
    expect(honouredUntil({ ...hatch, expiresAt })).toBe(expiresAt);
  });

  it('is not for what no export has had', () => {
    const activeFrom = at('2026-12-01T00:00');
    expect(honouredUntil({ ...hatch, activeFrom })).toBeUndefined();
    expect(honouredUntil({ ...hatch, activeFrom: null })).toBeUndefined();
  });
});
