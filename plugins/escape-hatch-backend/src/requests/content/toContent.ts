import type {
  EscapeHatchDraft,
  HatchTarget,
  RequestContent,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../../database/instants';
import { resolveRule } from '../../rules/resolveRule';
import type { EscapeHatchSettings } from '../../settings';
import { endOfDay } from '../../time/endOfDay';
import { startOfDay } from '../../time/startOfDay';
import { readTime } from './readTime';

/**
 * What a draft means: old names of rules as their ids, days as instants, and no target where it names nothing. Rules
 * that there are not stay as they are, for a guard to name.
 *
 * @throws InputError for a time that cannot be read
 */
export function toContent(
  draft: Omit<EscapeHatchDraft, 'entityRef' | 'submit'>,
  settings: Pick<EscapeHatchSettings, 'rules' | 'timeZone'>,
): RequestContent {
  const { timeZone } = settings;
  const startsAt =
    draft.startsAt === undefined
      ? undefined
      : readTime({
          field: 'startsAt',
          text: draft.startsAt,
          timeZone,
          ofDay: startOfDay,
        });
  const expiresAt = readTime({
    field: 'expiresAt',
    text: draft.expiresAt,
    timeZone,
    ofDay: endOfDay,
  });
  const target = namedOnly(draft.target);
  return {
    rules: [
      ...new Set(draft.rules.map(id => resolveRule(settings, id)?.id ?? id)),
    ],
    justification: draft.justification,
    riskAssessment: draft.riskAssessment,
    mitigations: draft.mitigations,
    riskLevel: draft.riskLevel,
    category: draft.category,
    ...(startsAt !== undefined && { startsAt: toInstant(startsAt) }),
    expiresAt: toInstant(expiresAt),
    ...(target && { target }),
  };
}

/** A field that is empty means all, as one that is left out does. */
function namedOnly(target: HatchTarget | undefined): HatchTarget | undefined {
  const named = Object.entries(target ?? {}).filter(
    ([, value]) => value?.length,
  );
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}
