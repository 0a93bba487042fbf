import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { capDays } from '../../rules/capDays';
import { latestEnd } from '../../rules/latestEnd';
import { resolveRule } from '../../rules/resolveRule';
import type { EscapeHatchSettings } from '../../settings';

/** The longest time that rules allow. */
export interface Cap {
  days: number;
  /** `YYYY-MM-DD` in the zone. */
  lastDay: string;
  /** ms, exclusive */
  end: number;
}

/**
 * The smallest cap of the rules, in calendar days from the asked start or, where that has passed or is not asked for,
 * from today. Undefined where none of the rules exists.
 */
export function capOf(options: {
  content: Pick<RequestContent, 'rules' | 'startsAt'>;
  settings: Pick<EscapeHatchSettings, 'rules' | 'timeZone'>;
  /** ms */
  now: number;
}): Cap | undefined {
  const { content, settings, now } = options;
  const rules = content.rules.flatMap(id => resolveRule(settings, id) ?? []);
  if (rules.length === 0) {
    return undefined;
  }
  const asked = content.startsAt ? Date.parse(content.startsAt) : now;
  const days = capDays(rules);
  const { timeZone } = settings;
  return { days, ...latestEnd({ from: Math.max(asked, now), days, timeZone }) };
}
