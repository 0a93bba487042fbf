import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { FORM_FIELDS, type FormField } from './formFields';

/** What somebody wrote into the form. */
export interface FiledIssue {
  /** Full ref in lower case; left out where it cannot be one. */
  entityRef?: string;
  justification: string;
  riskAssessment: string;
  mitigations: string;
  /** `YYYY-MM-DD`; left out where it is none. */
  expiresAt?: string;
}

/** GitHub takes 65,536 characters. */
const LONGEST = 70_000;

const HEADING = new RegExp(
  `^#{2,3}[ \\t]+(${FORM_FIELDS.map(({ label }) => label).join(
    '|',
  )})(?:[ \\t]*:(.*)|[ \\t]*)$`,
  'i',
);

/**
 * An issue that was filed with the form, be it GitHub's (`### Service`) or Markdown (`## Service: …`).
 *
 * @returns undefined for any other issue: where one of the fields is missing
 */
export function parseFiledIssue(body: string): FiledIssue | undefined {
  const values = readFields(withoutComments(body.slice(0, LONGEST)));
  if (FORM_FIELDS.some(({ key }) => !values.has(key))) {
    return undefined;
  }
  const text = (key: FormField) => cleaned(values.get(key) ?? []);
  const day = text('reviewDate');
  return {
    entityRef: toRef(text('service')),
    justification: text('justification'),
    riskAssessment: text('riskAssessment'),
    mitigations: text('mitigations'),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && { expiresAt: day }),
  };
}

/** Lines by field; of one that is there twice, the first. */
function readFields(body: string): Map<FormField, string[]> {
  const values = new Map<FormField, string[]>();
  let lines: string[] | undefined;
  for (const line of body.split(/\r\n?|\n/)) {
    const [, label, rest = ''] = HEADING.exec(line) ?? [];
    const field = FORM_FIELDS.find(
      known => known.label.toLowerCase() === label?.toLowerCase(),
    );
    if (field) {
      lines = [rest];
      if (!values.has(field.key)) {
        values.set(field.key, lines);
      }
    } else {
      // A value may go on below, as a comment does.
      lines?.push(line.replace(/^##[ \t]+/, ''));
    }
  }
  return values;
}

function cleaned(lines: string[]): string {
  const text = lines
    .join('\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
  return text === '_No response_' ? '' : text;
}

/** Hints of a template are no answers. */
function withoutComments(body: string): string {
  const [first, ...rest] = body.split('<!--');
  const after = rest.map(part => {
    const end = part.indexOf('-->');
    return end === -1 ? '' : part.slice(end + 3);
  });
  return [first, ...after].join('');
}

function toRef(text: string): string | undefined {
  const name = text.replace(/^`(.*)`$/, '$1').trim();
  if (!/^([a-z]+:)?([\w.-]+\/)?[\w.-]{1,63}$/i.test(name)) {
    return undefined;
  }
  return stringifyEntityRef(
    parseEntityRef(name, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
}
