import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { FORM_FIELDS } from './formFields';
import { parseFiledIssue } from './parseFiledIssue';

const template = parse(
  readFileSync(
    resolve(__dirname, '../../examples/github/ISSUE_TEMPLATE/escape-hatch.yml'),
    'utf8',
  ),
) as {
  body: {
    type: string;
    attributes: { label?: string };
    validations?: { required: boolean };
  }[];
};

describe('the form for the platform repository', () => {
  const fields = template.body.filter(({ type }) => type !== 'markdown');

  it('has exactly the fields that are read, all of them mandatory', () => {
    expect(fields.map(({ attributes }) => attributes.label)).toEqual([
      'Service',
      'Why we need an escape hatch',
      'Risk assessment',
      'Mitigations',
      'Approver',
      'Review date',
    ]);
    expect(FORM_FIELDS.map(({ label }) => label)).toEqual(
      fields.map(({ attributes }) => attributes.label),
    );
    expect(fields.every(({ validations }) => validations?.required)).toBe(true);
  });

  it('is understood when it is filed', () => {
    const body = fields
      .map(({ attributes }) => `### ${attributes.label}\n\n2027-01-31`)
      .join('\n\n');
    expect(parseFiledIssue(body)).toEqual({
      entityRef: 'component:default/2027-01-31',
      justification: '2027-01-31',
      riskAssessment: '2027-01-31',
      mitigations: '2027-01-31',
      expiresAt: '2027-01-31',
    });
  });
});
