import type { Knex } from 'knex';
import type { ApproverResolver } from '../approvers/ApproverResolver';
import type { HatchClock } from '../clock/HatchClock';
import type { EntityReader } from '../entities/EntityReader';
import type { DeliverOutbox } from '../outbox/DeliverOutbox';
import type { Outbox } from '../outbox/Outbox';
import { OutboxStore } from '../outbox/OutboxStore';
import type { RequestService } from '../requests/RequestService';
import type { RequestStore } from '../requests/RequestStore';
import type { EscapeHatchSettings } from '../settings';
import { AbsenceStore } from './AbsenceStore';
import { LapseRequests } from './LapseRequests';
import { OpenRequests } from './OpenRequests';
import { ReconcileCatalog } from './ReconcileCatalog';
import { RemindDeciders } from './RemindDeciders';
import { StageKeeper } from './StageKeeper';
import { TellEnds } from './TellEnds';
import { TellReviews } from './TellReviews';
import { TellStarts } from './TellStarts';
import { TellUnconfirmed } from './TellUnconfirmed';
import { WaitingParties } from './WaitingParties';

const DAY = 86_400_000;

/** A task without its schedule. */
export type Task = (signal: AbortSignal) => Promise<void>;

/** What is done as time goes by. Each can be stopped anywhere and run again: what was told is told once. */
export function createTasks(deps: {
  knex: Knex;
  clock: HatchClock;
  settings: EscapeHatchSettings;
  entities: EntityReader;
  approvers: ApproverResolver;
  outbox: Outbox;
  deliverOutbox: DeliverOutbox;
  service: RequestService;
  store: RequestStore;
}): Record<
  'syncClock' | 'deliver' | 'reconcile' | 'lapse' | 'remind' | 'tell' | 'drop',
  Task
> {
  const { knex, clock, settings, deliverOutbox } = deps;
  const requests = new OpenRequests(deps);
  const waiting = new WaitingParties({ knex });
  const parts = { ...deps, requests, waiting };
  const reconcile = new ReconcileCatalog({
    ...parts,
    absences: new AbsenceStore({ knex }),
    stages: new StageKeeper(parts),
  });
  const lapse = new LapseRequests(parts);
  const remind = new RemindDeciders(parts);
  const tellers = [
    new TellStarts(parts),
    new TellEnds(parts),
    new TellReviews(parts),
    new TellUnconfirmed(parts),
  ];
  const outboxStore = new OutboxStore({ knex });

  return {
    syncClock: () => clock.sync(),
    deliver: signal => deliverOutbox.run(signal),
    reconcile: signal => reconcile.run(signal),
    lapse: signal => lapse.run(signal),
    remind: signal => remind.run(signal),
    tell: async signal => {
      for (const teller of tellers) {
        await teller.run(signal);
      }
    },
    drop: async () => {
      await outboxStore.dropTold(clock.now() - settings.retentionDays * DAY);
    },
  };
}
