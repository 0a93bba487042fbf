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
  entityRef: string;
  ownerRef: string | null;
  deploymentFrequency: DeploymentFrequency;
  changeLeadTime: ChangeLeadTime & { previousMedianSeconds: number | null };
  changeFailRate: ChangeFailRate;
  failedDeploymentRecoveryTime: FailedDeploymentRecoveryTime;
  deploymentReworkRate: DeploymentReworkRate;
  bottleneck: { stage: StageName; share: number } | null;
  /** What runs where; ordered by the way of a version, production last. */
  running: {
    environment: string;
    production: boolean;
    version: string;
    since: string;
  }[];
}
