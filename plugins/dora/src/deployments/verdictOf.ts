import {
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../format/formatDuration';
import { formatMoment } from '../format/formatMoment';
import type { MomentContext } from '../format/MomentContext';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import { recoverySeconds } from './recoverySeconds';

/** What became of a deployment: a few words, and a sentence. */
export interface DeploymentVerdict {
  tone: 'bad' | 'ok' | 'quiet';
  headline: string;
  why: string;
}

export function verdictOf(options: {
  deployment: DeploymentDetail;
  context: MomentContext;
  t: DoraTranslation;
}): DeploymentVerdict {
  const { deployment, context, t } = options;
  const { counted, explanations, failureLink, overrule } = deployment;
  if (deployment.failed) {
    const recovery = recoverySeconds(deployment);
    const rollback =
      failureLink?.method === 'rollback' && failureLink.cause.deployment;
    return {
      tone: 'bad',
      headline:
        recovery === undefined
          ? t('deployment.verdict.open')
          : t('deployment.verdict.recovered', {
              time: formatDuration(recovery),
            }),
      why: rollback
        ? t('deployment.verdict.rolledBack', {
            version: shortVersion(rollback.version),
            time: formatMoment(rollback.finishedAt, context),
          })
        : explanations.changeFailRate,
    };
  }
  if (overrule && !overrule.failed) {
    return {
      tone: 'ok',
      headline: t('deployment.verdict.notFailed'),
      why: overrule.reason,
    };
  }
  if (deployment.outcome === 'failure') {
    return {
      tone: 'quiet',
      headline: t('deployment.verdict.failure'),
      why: explanations.deploymentFrequency,
    };
  }
  return counted.deploymentFrequency === true
    ? {
        tone: 'ok',
        headline: t('deployment.verdict.counted'),
        why: explanations.changeFailRate,
      }
    : {
        tone: 'quiet',
        headline: t('deployment.verdict.notCounted'),
        why: counted.deploymentFrequency,
      };
}
