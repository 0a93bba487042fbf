import type {
  PreviewProblem,
  RequestContent,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { resolveRule } from '../../rules/resolveRule';
import type { EscapeHatchSettings } from '../../settings';
import { capOf } from './capOf';

const TEXTS = ['justification', 'riskAssessment', 'mitigations'] as const;

/**
 * What stands against a content, in the order of its fields. A draft has to be free of it as well, and so has what is
 * submitted later, when the rules or the day may be others.
 */
export function checkContent(options: {
  content: RequestContent;
  settings: Pick<EscapeHatchSettings, 'rules' | 'timeZone'>;
  /** ms */
  now: number;
}): PreviewProblem[] {
  const { content } = options;
  return [
    ...checkRules(options),
    ...TEXTS.filter(field => content[field].trim() === '').map(field => ({
      guard: 'field-missing',
      field,
      message: `expected a text in ${field}, got none`,
    })),
    ...checkTimes(options),
  ];
}

type Options = Parameters<typeof checkContent>[0];

function checkRules({ content, settings }: Options): PreviewProblem[] {
  if (content.rules.length === 0) {
    const message = 'expected at least one rule';
    return [{ guard: 'field-missing', field: 'rules', message }];
  }
  return content.rules.flatMap((id, index) => {
    const field = `rules[${index}]`;
    const rule = resolveRule(settings, id);
    if (!rule) {
      const known = [...settings.rules.keys()].join(', ');
      return {
        guard: 'unknown-rule',
        field,
        message: `there is no rule '${id}'; expected one of ${known}`,
      };
    }
    return rule.waivable
      ? []
      : {
          guard: 'rule-not-waivable',
          field,
          message: `'${rule.id}' (${rule.title}) may not be left`,
        };
  });
}

function checkTimes(options: Options): PreviewProblem[] {
  const { content, settings, now } = options;
  const field = 'expiresAt';
  const expiresAt = Date.parse(content.expiresAt);
  if (expiresAt <= now) {
    const message = `expected an end after ${new Date(
      now,
    ).toISOString()}, got ${content.expiresAt}`;
    return [{ guard: 'expiry-in-past', field, message }];
  }
  if (content.startsAt && Date.parse(content.startsAt) >= expiresAt) {
    const message = `expected a start before the end ${content.expiresAt}, got ${content.startsAt}`;
    return [{ guard: 'start-after-expiry', field: 'startsAt', message }];
  }
  const cap = capOf(options);
  if (cap && expiresAt > cap.end) {
    const message = `the last day that ${cap.days} days allow is ${cap.lastDay} (${settings.timeZone}), got ${content.expiresAt}`;
    return [{ guard: 'expiry-beyond-cap', field, message }];
  }
  return [];
}
