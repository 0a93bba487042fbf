import { finishedPeriods } from './finishedPeriods';
import type { FreezableScopes } from './FreezableScopes';
import { freezePeriods } from './freezePeriods';
import type { FrozenReader } from './FrozenReader';
import { SETTLING_MS } from './settling';
import type { SnapshotStore } from './SnapshotStore';

/** Weeks that are frozen later, where the backend did not run when they ended. */
const WEEKS = 13;

/** Task: freezes finished ISO weeks of the organisation and of all groups that own services; each once. */
export class FreezeWeeks {
  readonly #freezable: FreezableScopes;
  readonly #reader: FrozenReader;
  readonly #snapshots: SnapshotStore;
  readonly #timeZone: string;

  constructor(options: {
    freezable: FreezableScopes;
    reader: FrozenReader;
    snapshots: SnapshotStore;
    timeZone: string;
  }) {
    this.#freezable = options.freezable;
    this.#reader = options.reader;
    this.#snapshots = options.snapshots;
    this.#timeZone = options.timeZone;
  }

  async run(signal: AbortSignal, now: () => number = Date.now): Promise<void> {
    if (await this.#freezable.areUnsettled()) {
      return;
    }
    const weeks = finishedPeriods({
      unit: 'week',
      count: WEEKS,
      at: now() - SETTLING_MS,
      timeZone: this.#timeZone,
    });
    await freezePeriods({
      scopes: await this.#freezable.owning(),
      periods: weeks,
      kept: await this.#snapshots.kept(weeks.map(({ name }) => name)),
      reader: this.#reader,
      keep: (scope, week, frozen) =>
        this.#snapshots.add({ scope, week: week.name }, frozen, now()),
      signal,
    });
  }
}
