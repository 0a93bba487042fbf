import type {
  ChangeFailRate,
  ChangeLeadTime,
  DeploymentFrequency,
  DeploymentReworkRate,
  FailedDeploymentRecoveryTime,
} from './DoraMetrics';
import type { StageName } from './StageName';

/**
 * A service of a scope with its numbers.
 *
 * @public
 */
export interface DoraService {
  /** Full entity ref of the service. */
  entityRef: string;
  /** Full entity ref of the owner; null for nobody. */
  ownerRef: string | null;
  /** How often is deployed. */
  deploymentFrequency: DeploymentFrequency;
  /** How long changes take to reach production. */
  changeLeadTime: ChangeLeadTime & { previousMedianSeconds: number | null };
  /** How often a deployment makes a recovery necessary. */
  changeFailRate: ChangeFailRate;
  /** How long recoveries take. */
  failedDeploymentRecoveryTime: FailedDeploymentRecoveryTime;
  /** How much of deploying is unplanned. */
  deploymentReworkRate: DeploymentReworkRate;
  /** The stage that costs most; null without shipped changes. */
  bottleneck: { stage: StageName; share: number } | null;
  /** What runs where; ordered by the way of a version, production last. */
  running: {
    environment: string;
    production: boolean;
    version: string;
    since: string;
  }[];
}
