import { DateTime } from 'luxon';
import type {
  EscapeHatchRule,
  Preview,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';
import type { DraftFields } from './DraftFields';
import type { FieldProblem } from './FieldProblem';
import { FIELD_NAMES, fieldOfPath } from './FieldName';
import { formatFormDay } from './formatFormDay';

/** As the backend has it. */
const TEXT_MAX = 10_000;
const COMMENT_MAX = 5_000;
const RULES_MAX = 10;

/**
 * What is wrong with a form, from its top to its end, at most one problem a field. What the preview refuses counts
 * after what can be seen without asking.
 */
export function fieldProblems(options: {
  fields: DraftFields;
  comment: string;
  rules: Pick<EscapeHatchRule, 'id' | 'waivable'>[];
  preview?: Pick<Preview, 'cap' | 'problems'>;
  /** What the backend refused of just these fields. */
  refused: FieldProblem[];
  /** `YYYY-MM-DD` in the zone of days. */
  today: string;
  t: EscapeHatchTranslation;
}): FieldProblem[] {
  const { fields, comment, preview, refused, t } = options;
  const found: FieldProblem[] = [
    ...missing(fields, t),
    ...tooLong({ ...fields, comment }, t),
    ...wrongRules(options),
    ...wrongTimes(options),
    ...refused,
    ...(preview?.problems ?? []).flatMap(({ field: path, message }) => {
      const field = fieldOfPath(path);
      return field && isFilledIn(fields, field) ? [{ field, message }] : [];
    }),
  ];
  return FIELD_NAMES.flatMap(
    name => found.find(({ field }) => field === name) ?? [],
  );
}

function missing(
  fields: DraftFields,
  t: EscapeHatchTranslation,
): FieldProblem[] {
  const mandatory = [
    'entityRef',
    'rules',
    'justification',
    'riskAssessment',
    'mitigations',
    'riskLevel',
    'category',
    ...(fields.startsOnDay ? (['startsAt'] as const) : []),
    'expiresAt',
  ] as const;
  return mandatory
    .filter(field => !isFilledIn(fields, field))
    .map(field => ({
      field,
      message: t(`form.problem.${field}`),
      isMissing: true,
    }));
}

function isFilledIn(
  fields: DraftFields,
  field: FieldProblem['field'],
): boolean {
  const value = field === 'comment' ? '' : fields[field];
  return (typeof value === 'string' ? value.trim() : value).length > 0;
}

function tooLong(
  texts: Pick<
    DraftFields,
    'justification' | 'riskAssessment' | 'mitigations'
  > & { comment: string },
  t: EscapeHatchTranslation,
): FieldProblem[] {
  return (
    ['justification', 'riskAssessment', 'mitigations', 'comment'] as const
  ).flatMap(field => {
    const max = field === 'comment' ? COMMENT_MAX : TEXT_MAX;
    const { length } = texts[field].trim();
    return length > max
      ? [
          {
            field,
            message: t('form.problem.long', {
              max: String(max),
              length: String(length),
            }),
          },
        ]
      : [];
  });
}

function wrongRules(options: {
  fields: DraftFields;
  rules: Pick<EscapeHatchRule, 'id' | 'waivable'>[];
  t: EscapeHatchTranslation;
}): FieldProblem[] {
  const { fields, rules, t } = options;
  const closed = rules.find(
    ({ id, waivable }) => !waivable && fields.rules.includes(id),
  );
  return [
    ...(fields.rules.length > RULES_MAX
      ? [
          {
            field: 'rules' as const,
            message: t('form.problem.rulesMany', {
              length: String(fields.rules.length),
            }),
          },
        ]
      : []),
    ...(closed
      ? [
          {
            field: 'rules' as const,
            message: t('form.problem.rulesNotWaivable', { rule: closed.id }),
          },
        ]
      : []),
  ];
}

function wrongTimes(options: {
  fields: DraftFields;
  preview?: Pick<Preview, 'cap'>;
  today: string;
  t: EscapeHatchTranslation;
}): FieldProblem[] {
  const { fields, preview, today, t } = options;
  const { expiresAt, startsOnDay, startsAt } = fields;
  if (!expiresAt) {
    return [];
  }
  // Days as texts compare as days do.
  if (expiresAt < today) {
    return [{ field: 'expiresAt', message: t('form.problem.expiryPast') }];
  }
  if (startsOnDay && startsAt > expiresAt) {
    return [{ field: 'startsAt', message: t('form.problem.startAfterEnd') }];
  }
  const cap = preview?.cap;
  return cap && expiresAt > cap.lastDay
    ? [
        {
          field: 'expiresAt',
          message: t('form.problem.beyondCap', {
            days: String(cap.days),
            date: formatFormDay(cap.lastDay),
          }),
          instead: cap.lastDay,
        },
      ]
    : [];
}

/** How many days an end lies after the last one that is allowed; 0 where it does not. */
export function daysBeyond(expiresAt: string, lastDay: string): number {
  const utc = { zone: 'utc' };
  const { days } = DateTime.fromISO(expiresAt, utc).diff(
    DateTime.fromISO(lastDay, utc),
    'days',
  );
  return Math.max(0, days || 0);
}
