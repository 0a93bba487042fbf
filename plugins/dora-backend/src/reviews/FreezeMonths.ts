import { finishedPeriods } from '../snapshots/finishedPeriods';
import type { FreezableScopes } from '../snapshots/FreezableScopes';
import { freezePeriods } from '../snapshots/freezePeriods';
import type { FrozenReader } from '../snapshots/FrozenReader';
import { SETTLING_MS } from '../snapshots/settling';
import type { ReviewNotifier } from './ReviewNotifier';
import type { ReviewStore } from './ReviewStore';

/** Months that are frozen later, where the backend did not run when they ended. */
const MONTHS = 3;

/**
 * Task: freezes finished months of the organisation, of all groups that own services, and of whatever was reviewed
 * before, so that what is reported later changes no review. Tells groups that the last month is ready.
 */
export class FreezeMonths {
  readonly #freezable: FreezableScopes;
  readonly #reader: FrozenReader;
  readonly #reviews: ReviewStore;
  readonly #notifier: ReviewNotifier;
  readonly #timeZone: string;

  constructor(options: {
    freezable: FreezableScopes;
    reader: FrozenReader;
    reviews: ReviewStore;
    notifier: ReviewNotifier;
    timeZone: string;
  }) {
    this.#freezable = options.freezable;
    this.#reader = options.reader;
    this.#reviews = options.reviews;
    this.#notifier = options.notifier;
    this.#timeZone = options.timeZone;
  }

  async run(signal: AbortSignal, now: () => number = Date.now): Promise<void> {
    if (await this.#freezable.areUnsettled()) {
      return;
    }
    const months = finishedPeriods({
      unit: 'month',
      count: MONTHS,
      at: now() - SETTLING_MS,
      timeZone: this.#timeZone,
    });
    await freezePeriods({
      scopes: await this.#freezable.reviewed(),
      periods: months,
      kept: await this.#reviews.kept(months.map(({ name }) => name)),
      reader: this.#reader,
      keep: async (scope, { name: month }, frozen) => {
        const at = now();
        const isNew = await this.#reviews.freeze({
          scope,
          month,
          frozen,
          now: at,
        });
        if (isNew && month === months[0].name) {
          await this.#notifier.monthIsReady(scope, month);
        }
      },
      signal,
    });
  }
}
