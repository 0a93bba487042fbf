import type { RequestPhase } from '@golden-path/backstage-plugin-escape-hatch-common';
import { ENDED_PHASES, OPEN_PHASES } from '../states/openPhases';

/** One phase, or what people ask for more often. */
export type PhaseFilter = 'all' | 'open' | 'ended' | RequestPhase;

/** In the order of the filter's list. */
export const PHASE_FILTERS: PhaseFilter[] = [
  'all',
  'open',
  'ended',
  ...OPEN_PHASES,
  ...ENDED_PHASES,
];

/** What a filter means to the API. */
export function phasesOf(filter: PhaseFilter): RequestPhase[] | undefined {
  switch (filter) {
    case 'all':
      return undefined;
    case 'open':
      return OPEN_PHASES;
    case 'ended':
      return ENDED_PHASES;
    default:
      return [filter];
  }
}
