import CheckIcon from '@material-ui/icons/Check';
import ErrorIcon from '@material-ui/icons/Error';
import ClockIcon from '@material-ui/icons/Schedule';
import type { RuleDemand } from '@golden-path/backstage-plugin-escape-hatch-common';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';

/** What the demand for one rule says. */
export function FindingWord({ demand }: { demand: RuleDemand }) {
  const t = useEscapeHatchTranslation();
  if (demand.signal) {
    return (
      <IconWord icon={ErrorIcon} tone="warn">
        <span className="strong">{t('insight.demand.signal')}</span>
      </IconWord>
    );
  }
  return demand.teamsBelow === 1 ? (
    <IconWord icon={ClockIcon} tone="quiet">
      {t('insight.demand.below')}
    </IconWord>
  ) : (
    <IconWord icon={CheckIcon} tone="quiet">
      {t('insight.demand.exception')}
    </IconWord>
  );
}
