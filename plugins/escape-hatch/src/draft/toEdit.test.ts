import { deciding } from '../__fixtures__/deciding';
import { fieldsOf } from './fieldsOf';
import { toEdit } from './toEdit';

const before = fieldsOf(deciding);

describe('toEdit', () => {
  it('sends nothing of what was left alone', () => {
    expect(toEdit(before, { ...before })).toBeUndefined();
    expect(
      toEdit(before, { ...before, mitigations: ` ${before.mitigations}\n` }),
    ).toBeUndefined();
  });

  it('sends what is another, and no more', () => {
    expect(
      toEdit(before, {
        ...before,
        mitigations: 'None',
        riskLevel: 'low',
        expiresAt: '2027-01-31',
      }),
    ).toEqual({
      mitigations: 'None',
      riskLevel: 'low',
      expiresAt: '2027-01-31',
    });
  });

  it('sends the whole target when a part of it is another', () => {
    expect(toEdit(before, { ...before, namespace: 'ml' })).toEqual({
      target: {
        cluster: 'prod-eu-1',
        namespace: 'ml',
        kind: 'Deployment',
        name: 'special-ml-workload',
        environments: ['production', 'staging'],
      },
    });
  });

  it('takes away what is optional', () => {
    const later = { ...before, startsOnDay: true, startsAt: '2026-12-01' };
    expect(toEdit(before, later)).toEqual({ startsAt: '2026-12-01' });
    // The day stays in the form, for whoever changes their mind.
    expect(toEdit(later, { ...later, startsOnDay: false })).toEqual({
      startsAt: null,
    });
    expect(
      toEdit(before, {
        ...before,
        cluster: '',
        namespace: '',
        kind: '',
        name: ' ',
        environments: [],
      }),
    ).toEqual({ target: null });
  });
});
