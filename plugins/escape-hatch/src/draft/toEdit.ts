import type { EscapeHatchEdit } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DraftFields } from './DraftFields';
import { targetOf } from './targetOf';

type Changes = Omit<EscapeHatchEdit, 'expectedVersion' | 'comment'>;

/**
 * What an edit changes; undefined where nothing is changed. A time that is left alone stays as exact as it is: it is
 * not sent as a day.
 */
export function toEdit(
  before: DraftFields,
  after: DraftFields,
): Changes | undefined {
  const changes: Changes = {};
  for (const name of [
    'justification',
    'riskAssessment',
    'mitigations',
  ] as const) {
    if (after[name].trim() !== before[name].trim()) {
      changes[name] = after[name].trim();
    }
  }
  if (!isSame(before.rules, after.rules)) {
    changes.rules = after.rules;
  }
  if (after.riskLevel !== '' && after.riskLevel !== before.riskLevel) {
    changes.riskLevel = after.riskLevel;
  }
  if (after.category !== '' && after.category !== before.category) {
    changes.category = after.category;
  }
  if (startOf(after) !== startOf(before)) {
    changes.startsAt = startOf(after);
  }
  if (after.expiresAt !== before.expiresAt) {
    changes.expiresAt = after.expiresAt;
  }
  const target = targetOf(after);
  if (!isSame(target, targetOf(before))) {
    changes.target = target ?? null;
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

function startOf({ startsOnDay, startsAt }: DraftFields): string | null {
  return startsOnDay ? startsAt : null;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
