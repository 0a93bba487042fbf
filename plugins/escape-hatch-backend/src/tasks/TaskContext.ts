import type { Knex } from 'knex';
import type { Outbox } from '../outbox/Outbox';
import type { EscapeHatchSettings } from '../settings';

/** What tasks work with. */
export interface TaskContext {
  knex: Knex;
  clock: { now(): number };
  outbox: Pick<Outbox, 'add'>;
  settings: EscapeHatchSettings;
}
