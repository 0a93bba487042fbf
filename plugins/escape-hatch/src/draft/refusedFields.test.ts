import { refusedFields } from './refusedFields';

describe('refusedFields', () => {
  it.each([
    [
      'target.namespace: expected the name of a Kubernetes namespace; rules[0]: expected the id of a rule such as privileged-container',
      [
        {
          field: 'namespace',
          message: 'Expected the name of a Kubernetes namespace',
        },
        {
          field: 'rules',
          message: 'Expected the id of a rule such as privileged-container',
        },
      ],
    ],
    [
      'expiry-beyond-cap: expiresAt: the last day that 92 days allow is 2027-02-23 (Europe/London), got 2027-03-01T00:00:00.000Z',
      [
        {
          field: 'expiresAt',
          message:
            'The last day that 92 days allow is 2027-02-23 (Europe/London), got 2027-03-01T00:00:00.000Z',
        },
      ],
    ],
    [
      "unknown-rule: there is no rule 'probe'; expected one of probes, slo-required",
      [
        {
          field: 'rules',
          message:
            "There is no rule 'probe'; expected one of probes, slo-required",
        },
      ],
    ],
    [
      'field-missing: mitigations: expected a text in mitigations, got none',
      [
        {
          field: 'mitigations',
          message: 'Expected a text in mitigations, got none',
        },
      ],
    ],
    [
      'target.environments[2]: expected the name',
      [{ field: 'environments', message: 'Expected the name' }],
    ],
    ["Request #14 cannot take 'edit': It was withdrawn.", []],
    ['body: expected valid JSON', []],
  ])('reads %p', (message, expected) => {
    expect(refusedFields(message)).toEqual(expected);
  });
});
