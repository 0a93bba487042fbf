import { phaseOf } from './phaseOf';

const approved = (activeFrom: number | null) => ({
  status: 'approved' as const,
  activeFrom,
  expiresAt: 2_000,
});

describe('phaseOf', () => {
  it.each([
    ['before its begin', approved(1_000), 999, 'scheduled'],
    ['at its begin', approved(1_000), 1_000, 'active'],
    ['a moment before its end', approved(1_000), 1_999, 'active'],
    ['at its end', approved(1_000), 2_000, 'expired'],
    ['over before it began', approved(3_000), 2_500, 'expired'],
    [
      'revoked',
      { ...approved(1_000), status: 'revoked' as const },
      1_500,
      'revoked',
    ],
    [
      'not approved in time',
      { ...approved(null), status: 'submitted' as const },
      2_500,
      'submitted',
    ],
  ])('%s', (_, request, now, phase) => {
    expect(phaseOf(request, now)).toBe(phase);
  });
});
