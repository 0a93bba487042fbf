import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';

/** The words that say how an SLO stands; each has an icon and a tone of its own. */
export type StateName =
  | 'page'
  | 'ticket'
  | 'notify'
  | 'review'
  | 'freeze'
  | 'onTrack'
  | 'notJudged'
  | 'stale'
  | 'noTraffic'
  | 'noData';

/** What asks for action: the worst firing alert, then the active policy. Else how far one can tell. */
export function stateWords(slo: SloStatus): StateName[] {
  const firing = slo.alerts.filter(alert => alert.firing);
  const words: StateName[] = [];
  if (firing.length > 0) {
    words.push(
      firing.some(({ severity }) => severity === 'page') ? 'page' : 'ticket',
    );
  }
  if (slo.policy.active) {
    words.push(slo.policy.active.effect);
  }
  return words.length > 0 ? words : [withoutAction(slo)];
}

function withoutAction({ data }: SloStatus): StateName {
  switch (data.state) {
    case 'empty':
      return 'noData';
    case 'backfilling':
      return 'notJudged';
    case 'stale':
      return 'stale';
    case 'no-traffic':
      return 'noTraffic';
    default:
      return 'onTrack';
  }
}
