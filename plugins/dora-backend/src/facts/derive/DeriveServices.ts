import type { Knex } from 'knex';
import type { FailureContextLoader } from '../failures/FailureContext';
import type { ObservationReader } from '../log/ObservationReader';
import type { ShippingResolver } from '../shipping/ShippingResolver';
import type { DayMarks } from './DayMarks';
import { deriveRollouts } from './deriveRollouts';
import type { FactWriter, WrittenFacts } from './FactWriter';
import type { ServiceHistoryLoader } from './ServiceHistory';
import { ServiceInfo } from './ServiceInfo';

/**
 * Derives the facts of services from what the log has, from the first instant that something changed at. What comes
 * out depends on the log alone, never on the order in which events arrived.
 */
export class DeriveServices {
  readonly #histories: ServiceHistoryLoader;
  readonly #shipping: ShippingResolver;
  readonly #failures: FailureContextLoader;
  readonly #observations: ObservationReader;
  readonly #writer: FactWriter;
  readonly #days: DayMarks;
  readonly #hotfix: { branches: string[]; labels: string[] };

  constructor(options: {
    histories: ServiceHistoryLoader;
    shipping: ShippingResolver;
    failures: FailureContextLoader;
    observations: ObservationReader;
    writer: FactWriter;
    days: DayMarks;
    hotfix: { branches: string[]; labels: string[] };
  }) {
    this.#histories = options.histories;
    this.#shipping = options.shipping;
    this.#failures = options.failures;
    this.#observations = options.observations;
    this.#writer = options.writer;
    this.#days = options.days;
    this.#hotfix = options.hotfix;
  }

  /**
   * @param services - locked
   * @param touched - services with the first instant that something changed at
   * @param incidents - ids of the incidents that were not as they are now
   * @returns rollouts that are new or differ, and what they replace
   */
  async derive(
    tx: Knex.Transaction,
    services: Map<string, ServiceInfo>,
    touched: Map<string, number>,
    incidents: string[],
  ): Promise<Pick<WrittenFacts, 'changed' | 'replaced'>> {
    const known = new Map(
      [...services].filter(([entityRef]) => touched.has(entityRef)),
    );
    if (known.size === 0) {
      return { changed: [], replaced: [] };
    }
    const histories = await this.#histories.load(tx, known, touched);
    await this.#observations.assign(
      tx,
      histories.flatMap(({ assignments }) => assignments),
    );
    const shipping = await this.#shipping.resolve(tx, histories);
    const failures = await this.#failures.load(tx, histories, incidents);
    const derived = histories.map(history =>
      deriveRollouts({
        history,
        shipping: shipping.get(history.service.entityRef)!,
        failures: failures.get(history.service.entityRef)!,
        hotfix: this.#hotfix,
      }),
    );
    const { instants, ...written } = await this.#writer.write(tx, {
      before: histories.flatMap(({ service, stored }) => [
        ...stored,
        ...failures.get(service.entityRef)!.older,
      ]),
      after: derived.flatMap(({ rollouts }) => rollouts),
      gone: derived.flatMap(({ gone }) => gone),
      walked: histories.flatMap(({ walked }) =>
        walked.map(({ rollout }) => rollout.id),
      ),
      shipped: [...shipping.values()].flatMap(({ shipped }) => shipped),
      linksBefore: [...failures.values()].flatMap(({ links }) => links),
      linksAfter: derived.flatMap(({ links }) => links),
    });
    await this.#days.mark(tx, instants);
    return written;
  }
}
