import type { Theme } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { statusTone } from '../../theme/statusTone';

/** The fill follows what the policy asks for, not the percentage; an overspent budget is always bad. */
export function fillOf(slo: SloStatus, theme: Theme): string {
  const tone = statusTone(theme);
  if ((slo.budget.remaining ?? 0) < 0) {
    return tone.bad;
  }
  switch (slo.policy.active?.effect) {
    case 'freeze':
      return tone.bad;
    case 'review':
      return tone.warnFill;
    default:
      return slo.data.state === 'backfilling'
        ? tone.quiet
        : theme.palette.primary.main;
  }
}
