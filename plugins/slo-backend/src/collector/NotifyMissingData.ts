import type { Knex } from 'knex';
import { toInstant, toSeconds } from '../database/instants';
import type { PolicyAnnouncer } from '../policy/PolicyAnnouncer';
import { SloStore } from '../slos/SloStore';
import { dataState, StatusStore } from '../status/StatusStore';
import { SeriesStore } from '../slos/SeriesStore';
import { staleAfterSeconds } from '../status/StoredStatus';

/** Seconds that data may be stale or partial before the owner is told. */
const PATIENCE_SECONDS = 1_800;

interface NotifyMissingDataOptions {
  knex: Knex;
  slos: SloStore;
  series: SeriesStore;
  statuses: StatusStore;
  announcer: PolicyAnnouncer;
}

/** Task: tells owners of SLOs whose data have been missing for half an hour. A vanished series must not go quiet. */
export class NotifyMissingData {
  readonly #options: NotifyMissingDataOptions;

  constructor(options: NotifyMissingDataOptions) {
    this.#options = options;
  }

  async run(now: () => Date = () => new Date()): Promise<void> {
    const { knex, slos, series, statuses, announcer } = this.#options;
    const at = toSeconds(now());
    const all = await slos.find(knex);
    const ids = all.map(slo => slo.id);
    const stored = await statuses.get(knex, ids);
    const present = await series.present(knex, ids);
    for (const slo of all) {
      const status = stored.get(slo.id);
      const { watermark, tileSeconds } = present.get(slo.id) ?? {};
      if (!status || !watermark) {
        continue;
      }
      const staleAfter = watermark + staleAfterSeconds(tileSeconds ?? 0);
      const state = dataState(status.state, staleAfter, at);
      const since =
        state === 'stale'
          ? staleAfter
          : status.status.partialSince ?? undefined;
      if (since === undefined && slo.notifiedAt !== null) {
        await slos.setNotified(knex, slo.id, null);
      }
      if (
        since !== undefined &&
        slo.ownerRef !== null &&
        slo.notifiedAt === null &&
        at >= since + PATIENCE_SECONDS &&
        (await slos.setNotified(knex, slo.id, at))
      ) {
        await announcer.tellOwner(slo, {
          title: `Data missing: SLO ${slo.name} of ${slo.entityRef}`,
          description:
            state === 'stale'
              ? `No data since ${toInstant(
                  watermark,
                )}. Alerts, policy and deploy gate keep their state.`
              : `${Math.floor(
                  status.status.coverage * 100,
                )} % of the window is covered.`,
          topic: 'slo-data-missing',
          severity: 'normal',
        });
      }
    }
  }
}
