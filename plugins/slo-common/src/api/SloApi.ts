import type { Episode, Page, PolicyChange, SloHistory } from './SloHistory';
import type {
  SamplesResult,
  SloDocument,
  SloSample,
  ValidationResult,
} from './SloSample';
import type { DataState, EntityBudget, SloDetail, SloList } from './SloStatus';

/** @public */
export interface SloListQuery {
  entityRef?: string;
  /** Full ref of a group or user. */
  owner?: string;
  /** Full ref of a system. */
  system?: string;
  state?: DataState;
  limit?: number;
  cursor?: string;
}

/** @public */
export interface SloHistoryQuery {
  from?: string;
  to?: string;
  /** 2–720. */
  points?: number;
  /**
   * `window`: what the present window has lost up to each instant. `rolling`: what the window that ended
   * at each instant had lost.
   */
  mode?: 'window' | 'rolling';
  /** An earlier query's numbers; default: the present one's. */
  generation?: number;
}

/**
 * The HTTP API of the slo backend, typed.
 *
 * @public
 */
export interface SloApi {
  listSlos(query?: SloListQuery): Promise<SloList>;
  getSlo(id: string): Promise<SloDetail>;
  getEntityBudget(entityRef: string): Promise<EntityBudget>;
  getHistory(id: string, query?: SloHistoryQuery): Promise<SloHistory>;
  getPolicyHistory(
    id: string,
    query?: { limit?: number; cursor?: string },
  ): Promise<Page<PolicyChange>>;
  getEpisodes(
    id: string,
    query?: { limit?: number; cursor?: string },
  ): Promise<Page<Episode>>;
  pushSamples(id: string, samples: SloSample[]): Promise<SamplesResult>;
  validate(documents: SloDocument[]): Promise<ValidationResult>;
}
