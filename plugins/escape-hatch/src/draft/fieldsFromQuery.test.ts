import { EMPTY_FIELDS } from './DraftFields';
import { fieldsFromQuery } from './fieldsFromQuery';

const read = (query: string) => fieldsFromQuery(new URLSearchParams(query));

describe('fieldsFromQuery', () => {
  it('fills in what a link names', () => {
    expect(
      read(
        'entityRef=component:default/web&rules=probes,read-only-root&justification=No+port&riskLevel=high&category=waiver&startsAt=2026-12-01&expiresAt=2027-01-31&namespace=web&environments=production',
      ),
    ).toEqual({
      ...EMPTY_FIELDS,
      entityRef: 'component:default/web',
      rules: ['probes', 'read-only-root'],
      justification: 'No port',
      riskLevel: 'high',
      category: 'waiver',
      startsOnDay: true,
      startsAt: '2026-12-01',
      expiresAt: '2027-01-31',
      namespace: 'web',
      environments: ['production'],
    });
  });

  it('leaves empty what a link cannot mean', () => {
    expect(
      read('riskLevel=huge&category=&expiresAt=tomorrow&rules=,,&x=1'),
    ).toEqual(EMPTY_FIELDS);
  });

  it('takes rules that are named one by one, once each', () => {
    expect(read('rules=probes&rules=probes&rules=slo-required').rules).toEqual([
      'probes',
      'slo-required',
    ]);
  });
});
