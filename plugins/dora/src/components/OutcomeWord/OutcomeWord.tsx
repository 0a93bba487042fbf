import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import type { Deployment } from '@golden-path/backstage-plugin-dora-common';
import { recoverySeconds } from '../../deployments/recoverySeconds';
import { formatDuration } from '../../format/formatDuration';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';

/** How a deployment ended, and what it was where that is not the ordinary. */
export function OutcomeWord({ deployment }: { deployment: Deployment }) {
  const t = useDoraTranslation();
  const details = detailsOf(deployment, t);
  const small = details.length > 0 && (
    <div className="small">{details.join(' · ')}</div>
  );
  if (deployment.failed) {
    return (
      <IconWord icon={CloseIcon} tone="bad">
        {t('deployment.outcome.failed')}
        {small}
      </IconWord>
    );
  }
  return deployment.outcome === 'failure' ? (
    <IconWord icon={BlockIcon} tone="quiet">
      {t('deployment.outcome.failure')}
      {small}
    </IconWord>
  ) : (
    <IconWord icon={CheckIcon} tone="ok">
      {t('deployment.outcome.success')}
      {small}
    </IconWord>
  );
}

function detailsOf(deployment: Deployment, t: DoraTranslation): string[] {
  const { failed, kind } = deployment;
  const recovery = recoverySeconds(deployment);
  return [
    ...(kind === 'normal' ? [] : [t(`deployment.kind.${kind}`)]),
    ...(failed && recovery === undefined ? [t('deployment.outcome.open')] : []),
    ...(recovery === undefined
      ? []
      : [
          t('deployment.outcome.recovered', { time: formatDuration(recovery) }),
        ]),
  ];
}
