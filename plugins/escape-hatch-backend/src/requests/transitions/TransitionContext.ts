import type { Knex } from 'knex';
import type { HatchClock } from '../../clock/HatchClock';
import type { EntityReader } from '../../entities/EntityReader';
import type { EscapeHatchSettings } from '../../settings';
import type { ClaimStore } from '../overlap/ClaimStore';
import type { RequestStore } from '../RequestStore';
import type { ApproverLookup } from '../standing/Directory';
import type { TransitionWriter } from './TransitionWriter';

/** What transitions work with. */
export interface TransitionContext {
  knex: Knex;
  clock: Pick<HatchClock, 'now'>;
  settings: EscapeHatchSettings;
  entities: Pick<EntityReader, 'read' | 'readMany'>;
  approvers: ApproverLookup;
  store: RequestStore;
  claims: ClaimStore;
  writer: TransitionWriter;
  /** After a commit: what others are to be told need not wait. */
  nudge: () => void;
}
