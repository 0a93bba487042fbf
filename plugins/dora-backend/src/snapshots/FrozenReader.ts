import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  Bottleneck,
  FrozenMetrics,
} from '@golden-path/backstage-plugin-dora-common';
import type { Span } from '../metrics/LocalCalendar';
import type { MetricsReader } from '../metrics/MetricsReader';
import type { ScopeResolver } from '../scope/ScopeResolver';

/** Numbers of a period, ready to be kept. */
export interface Frozen {
  metrics: FrozenMetrics;
  bottleneck: Bottleneck | null;
  /** Some of the events were made up or replayed. */
  demo: boolean;
  /** Something was observed before the period ended. */
  wasObserved: boolean;
}

/**
 * Reads what is to be frozen, through the same reader as the page: the same facts give the same numbers. It reads as
 * the plugin itself, for frozen numbers are the same for all who may see them.
 */
export class FrozenReader {
  readonly #auth: AuthService;
  readonly #metrics: Pick<MetricsReader, 'read'>;
  readonly #scopes: Pick<ScopeResolver, 'resolve'>;

  constructor(options: {
    auth: AuthService;
    metrics: Pick<MetricsReader, 'read'>;
    scopes: Pick<ScopeResolver, 'resolve'>;
  }) {
    this.#auth = options.auth;
    this.#metrics = options.metrics;
    this.#scopes = options.scopes;
  }

  /**
   * @param scope - `all` or a full entity ref
   * @throws NotFoundError when the catalog has no such entity
   */
  async read(scope: string, span: Span): Promise<Frozen> {
    const { metrics } = await this.#metrics.read({
      scope: await this.#scopes.resolve(
        scope,
        await this.#auth.getOwnServiceCredentials(),
      ),
      window: { from: span.from, to: span.to },
      granularity: 'week',
    });
    return {
      metrics: {
        from: metrics.from,
        to: metrics.to,
        deploymentFrequency: metrics.deploymentFrequency,
        changeLeadTime: metrics.changeLeadTime,
        changeFailRate: metrics.changeFailRate,
        failedDeploymentRecoveryTime: metrics.failedDeploymentRecoveryTime,
        deploymentReworkRate: metrics.deploymentReworkRate,
        timeToRestore: metrics.timeToRestore,
        stages: metrics.stages,
      },
      bottleneck: metrics.bottleneck,
      demo: metrics.demo,
      wasObserved:
        metrics.observedFrom !== null &&
        Date.parse(metrics.observedFrom) < span.to,
    };
  }
}
