import type { Knex } from 'knex';
import type { ChangeStore, StoredChange } from '../changes/ChangeStore';
import type { ServiceHistory } from '../derive/ServiceHistory';
import { ownerAt } from '../derive/ServiceInfo';
import type { Revert } from '../failures/linkFailures';
import { groupBy } from '../groupBy';
import { byFinish } from '../rollouts/Rollout';
import type { RolloutStore } from '../rollouts/RolloutStore';
import { arrivalsOf, Reach } from './arrivalsOf';
import { Shipped } from './Shipped';
import { shipKey, ShippedStore } from './ShippedStore';
import { stageSeconds } from './stageSeconds';

const DAY = 86_400_000;

/** What the rollouts of a service ship. */
export interface Shipping {
  /** By rollout. */
  changes: Map<string, StoredChange[]>;
  shipped: Shipped[];
  /** Reverts that blame an earlier rollout of the service. */
  reverts: Revert[];
}

/** Finds the changes that rollouts ship, how long each stage of them took, and what they revert. */
export class ShippingResolver {
  readonly #changes: ChangeStore;
  readonly #rollouts: RolloutStore;
  readonly #shipped: ShippedStore;
  readonly #revertDays: number;

  constructor(options: {
    changes: ChangeStore;
    rollouts: RolloutStore;
    shipped: ShippedStore;
    revertDays: number;
  }) {
    this.#changes = options.changes;
    this.#rollouts = options.rollouts;
    this.#shipped = options.shipped;
    this.#revertDays = options.revertDays;
  }

  /** By entity ref. */
  async resolve(
    tx: Knex.Transaction,
    histories: ServiceHistory[],
  ): Promise<Map<string, Shipping>> {
    const ranges = histories.flatMap(({ service, walked }) =>
      walked.flatMap(({ rollout, ships }) =>
        ships && service.repository
          ? [
              {
                key: rollout.id,
                repository: service.repository,
                after: ships.after,
                upTo: ships.upTo,
              },
            ]
          : [],
      ),
    );
    const found = await this.#changes.inRanges(tx, ranges);
    for (const { walked } of histories) {
      for (const { rollout, ships } of walked) {
        const changes = found.get(rollout.id);
        if (ships?.exact && changes) {
          found.set(
            rollout.id,
            changes.filter(({ sha }) => sha === rollout.sha),
          );
        }
      }
    }

    const lowest = histories.flatMap(({ service, start, walked }) => {
      const positions = walked.flatMap(({ rollout }) =>
        (found.get(rollout.id) ?? []).map(({ position }) => position!),
      );
      return positions.length > 0
        ? [
            {
              entityRef: service.entityRef,
              from: positions.reduce((a, b) => Math.min(a, b)),
              before: start,
            },
          ]
        : [];
    });
    const reaching = await this.#rollouts.reaching(tx, lowest);
    const reachingOf = groupBy(reaching, ({ entityRef }) => entityRef);
    const reverts = groupBy(
      await this.#reverts(tx, histories, found),
      ({ byRolloutId }) => byRolloutId,
    );

    return new Map(
      histories.map(history => {
        const { service, walked } = history;
        const reaches: Reach[] = [
          ...(reachingOf.get(service.entityRef) ?? []),
          ...walked
            .filter(
              ({ rollout }) =>
                !rollout.production && rollout.outcome === 'success',
            )
            .map(({ rollout, position, highWater, flags }) => ({
              environment: rollout.environment,
              finishedAt: rollout.finishedAt,
              sequence: rollout.sequence,
              id: rollout.id,
              position,
              highWater,
              flags,
            })),
        ].sort(byFinish);
        const arrivals = arrivalsOf(reaches);
        const shipped = walked.flatMap(({ rollout }) =>
          (found.get(rollout.id) ?? []).map(change => ({
            rolloutId: rollout.id,
            changeId: change.id,
            entityRef: service.entityRef,
            ownerRef: ownerAt(service, rollout.finishedAt),
            finishedAt: rollout.finishedAt,
            leadSeconds: Math.max(
              0,
              (rollout.finishedAt - change.firstCommitAt) / 1_000,
            ),
            stages: stageSeconds({
              ...change,
              reachedAt: arrivals(change.position!),
              shippedAt: rollout.finishedAt,
            }),
            demo: change.demo || rollout.demo || service.demo,
          })),
        );
        return [
          service.entityRef,
          {
            changes: new Map(
              walked.map(({ rollout }) => [
                rollout.id,
                found.get(rollout.id) ?? [],
              ]),
            ),
            shipped,
            reverts: walked.flatMap(
              ({ rollout }) => reverts.get(rollout.id) ?? [],
            ),
          },
        ];
      }),
    );
  }

  /** Changes of the rollouts that take back what the service shipped at most so many days before. */
  async #reverts(
    tx: Knex.Transaction,
    histories: ServiceHistory[],
    found: Map<string, StoredChange[]>,
  ): Promise<Revert[]> {
    const reverting = histories.flatMap(({ service, walked }) =>
      walked.flatMap(({ rollout }) =>
        (found.get(rollout.id) ?? [])
          .filter(
            ({ reverts }) => reverts.shas.length + reverts.numbers.length > 0,
          )
          .map(change => ({ entityRef: service.entityRef, rollout, change })),
      ),
    );
    if (reverting.length === 0 || this.#revertDays === 0) {
      return [];
    }
    const targets = new Map<string, StoredChange>();
    const byShas = await this.#changes.bySha(
      tx,
      reverting.flatMap(({ change: { repository, reverts } }) =>
        reverts.shas.map(name => ({ repository, name })),
      ),
    );
    byShas.forEach(target =>
      targets.set(JSON.stringify([target.repository, target.sha]), target),
    );
    const byNumbers = await this.#changes.byNumber(
      tx,
      reverting.flatMap(({ change: { repository, reverts } }) =>
        reverts.numbers.map(number => ({ repository, number })),
      ),
    );
    byNumbers.forEach(target =>
      targets.set(JSON.stringify([target.repository, target.number]), target),
    );
    const pairs = reverting.flatMap(one =>
      [...one.change.reverts.shas, ...one.change.reverts.numbers].flatMap(
        name => {
          const target = targets.get(
            JSON.stringify([one.change.repository, name]),
          );
          return target && target.id !== one.change.id
            ? [{ ...one, target }]
            : [];
        },
      ),
    );
    const stored = await this.#shipped.rolloutsOf(
      tx,
      pairs.map(({ entityRef, target }) => ({
        entityRef,
        changeId: target.id,
      })),
    );
    const rolloutTimes = new Map<string, number>();
    const fresh = new Map<string, string>();
    for (const { service, stored: rows, walked } of histories) {
      rows.forEach(row => rolloutTimes.set(row.id, row.finishedAt));
      for (const { rollout } of walked) {
        rolloutTimes.set(rollout.id, rollout.finishedAt);
        (found.get(rollout.id) ?? []).forEach(change =>
          fresh.set(shipKey(service.entityRef, change.id), rollout.id),
        );
      }
    }
    return pairs.flatMap(({ entityRef, rollout, target }) => {
      const key = shipKey(entityRef, target.id);
      const ofRolloutId = fresh.get(key) ?? stored.get(key);
      const at =
        ofRolloutId === undefined ? undefined : rolloutTimes.get(ofRolloutId);
      return ofRolloutId !== undefined &&
        at !== undefined &&
        ofRolloutId !== rollout.id &&
        at <= rollout.finishedAt &&
        rollout.finishedAt - at <= this.#revertDays * DAY
        ? [{ byRolloutId: rollout.id, ofRolloutId }]
        : [];
    });
  }
}
