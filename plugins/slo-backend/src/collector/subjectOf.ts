import type { SliSubject } from '@golden-path/backstage-plugin-slo-node';
import type { Slo } from '../slos/Slo';

/** What a source is asked for an SLO. */
export function subjectOf({ id, definition }: Slo): SliSubject {
  return { key: id, indicator: definition.indicator };
}
