import {
  shortVersion,
  type CountedMetric,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import type { DeploymentContext } from './DeploymentContext';
import { describeDuration } from './describeDuration';
import { exclusion } from './exclusion';
import { explainFailure } from './explainFailure';

/** What a deployment counts for, and a sentence for each metric. */
export type Explanation = Pick<DeploymentDetail, 'counted' | 'explanations'>;

/** One metric: whether it counts, and why or why not. */
interface Verdict {
  counts: boolean;
  why: string;
}

const METRICS: readonly CountedMetric[] = [
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
];

/** Says for each metric whether a deployment counts, and why, naming the other deployment, time or rule. */
export function explainDeployment(deployment: DeploymentContext): Explanation {
  const excluded = exclusion(deployment);
  const verdicts: Record<CountedMetric, Verdict> = {
    deploymentFrequency: frequency(deployment),
    changeLeadTime: leadTime(deployment),
    changeFailRate: failRate(deployment),
    failedDeploymentRecoveryTime: recovery(deployment),
    deploymentReworkRate: rework(deployment),
  };
  const judged = METRICS.map(metric => {
    const verdict =
      excluded === undefined
        ? verdicts[metric]
        : { counts: false, why: excluded };
    return [metric, verdict] as const;
  });
  return {
    counted: Object.fromEntries(
      judged.map(([metric, { counts, why }]) => [metric, counts || why]),
    ) as Explanation['counted'],
    explanations: Object.fromEntries(
      judged.map(([metric, { why }]) => [metric, why]),
    ) as Explanation['explanations'],
  };
}

function frequency({ kind }: DeploymentContext): Verdict {
  return {
    counts: true,
    why:
      kind === 'rollback'
        ? 'Successful production deployment: a rollback is one, too.'
        : 'Successful production deployment of another version.',
  };
}

function leadTime(deployment: DeploymentContext): Verdict {
  const { changes, version, previousVersion, flags, kind } = deployment;
  if (changes > 0) {
    const subject =
      changes === 1
        ? 'It is'
        : `${changes === 2 ? 'Both' : `All ${changes}`} are`;
    if (flags.includes('baseline')) {
      return {
        counts: true,
        why: `${subject} the commit of ${shortVersion(
          version,
        )}; what ran before is not known.`,
      };
    }
    return {
      counts: true,
      why:
        previousVersion === null
          ? `${subject} in ${shortVersion(
              version,
            )} and in no version that production had before.`
          : `${subject} in ${shortVersion(version)} and not in ${shortVersion(
              previousVersion,
            )}, which ran before.`,
    };
  }
  if (kind === 'rollback') {
    return { counts: false, why: 'A rollback ships nothing.' };
  }
  if (flags.includes('unresolved-version')) {
    return {
      counts: false,
      why: `No commit is known for ${shortVersion(
        version,
      )}; its changes count with the next deployment whose commit is known.`,
    };
  }
  if (flags.includes('unmerged-build')) {
    return {
      counts: false,
      why: 'Built from a branch: ships no change until it is merged.',
    };
  }
  if (flags.includes('unknown-commit')) {
    return {
      counts: false,
      why: `The commit of ${shortVersion(
        version,
      )} is in no history that a source has read.`,
    };
  }
  return {
    counts: false,
    why: flags.includes('baseline')
      ? 'The first deployment that is known: what it ships is not.'
      : `No change is in ${shortVersion(
          version,
        )} that production did not have before.`,
  };
}

function failRate(deployment: DeploymentContext): Verdict {
  if (deployment.kind === 'rollback') {
    return {
      counts: false,
      why: 'A rollback brings no change that could fail.',
    };
  }
  return {
    counts: true,
    why: deployment.failed
      ? explainFailure(deployment)
      : 'Nothing blames it: no rollback, revert, hotfix or incident.',
  };
}

function recovery(deployment: DeploymentContext): Verdict {
  const { failed, kind, finishedAt, recoveredAt, recoveredBy } = deployment;
  if (!failed || kind === 'rollback') {
    return { counts: false, why: 'It did not fail.' };
  }
  if (recoveredAt === null) {
    return { counts: false, why: 'Not recovered yet: open, in no average.' };
  }
  const { deployment: fix, incident } = recoveredBy;
  const end = incident
    ? `to the resolution of the incident “${incident.title}”`
    : `to the end of ${nameOf(fix)}`;
  const named = deployment.causes.some(cause => cause.incident);
  return {
    counts: true,
    why: `From the end of this deployment ${end}: ${describeDuration(
      recoveredAt - finishedAt,
    )}.${named ? '' : ' No incident names it.'}`,
  };
}

function rework(deployment: DeploymentContext): Verdict {
  switch (deployment.reworkReason) {
    case 'rollback':
      return { counts: true, why: 'Unplanned: it is a rollback.' };
    case 'hotfix':
      return { counts: true, why: 'Unplanned: it ships only hotfixes.' };
    case 'revert':
      return { counts: true, why: 'Unplanned: it reverts a shipped change.' };
    case 'incident':
      return {
        counts: true,
        why: 'Unplanned: it finished while an incident of the deployment before was open.',
      };
    default: {
      const fix = deployment.recoveredBy.deployment;
      return {
        counts: false,
        why: fix
          ? `Planned. ${capital(nameOf(fix))} counts as rework instead.`
          : 'Planned.',
      };
    }
  }
}

function nameOf(fix: { kind: string; version: string } | undefined): string {
  if (!fix) {
    return 'the recovery';
  }
  return fix.kind === 'rollback'
    ? `the rollback to ${shortVersion(fix.version)}`
    : `the deployment of ${shortVersion(fix.version)}`;
}

function capital(text: string): string {
  return text[0].toLocaleUpperCase('en-US') + text.slice(1);
}
