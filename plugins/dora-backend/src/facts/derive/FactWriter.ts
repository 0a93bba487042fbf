import type { Knex } from 'knex';
import type { FailureLinkStore } from '../failures/FailureLinkStore';
import type { FailureLink } from '../failures/FailureLink';
import type { Rollout } from '../rollouts/Rollout';
import type { RolloutStore } from '../rollouts/RolloutStore';
import { rolloutToRow } from '../rollouts/rolloutRow';
import type { Shipped } from '../shipping/Shipped';
import type { ShippedStore } from '../shipping/ShippedStore';

/** What writing changed. */
export interface WrittenFacts {
  /** Rollouts that are new or differ. */
  changed: Rollout[];
  /** What was stored of those, and of what is gone. */
  replaced: Rollout[];
  /** Instants whose days have other numbers now. */
  instants: Set<number>;
}

/** Writes derived facts, as far as they differ from what is stored. */
export class FactWriter {
  readonly #rollouts: RolloutStore;
  readonly #shipped: ShippedStore;
  readonly #links: FailureLinkStore;

  constructor(options: {
    rollouts: RolloutStore;
    shipped: ShippedStore;
    links: FailureLinkStore;
  }) {
    this.#rollouts = options.rollouts;
    this.#shipped = options.shipped;
    this.#links = options.links;
  }

  async write(
    tx: Knex.Transaction,
    facts: {
      /** As they are stored. */
      before: Rollout[];
      after: Rollout[];
      gone: string[];
      /** Rollouts whose shipped changes were found anew. */
      walked: string[];
      shipped: Shipped[];
      linksBefore: FailureLink[];
      linksAfter: FailureLink[];
    },
  ): Promise<WrittenFacts> {
    const before = new Map(facts.before.map(rollout => [rollout.id, rollout]));
    const changed = facts.after.filter(rollout => {
      const known = before.get(rollout.id);
      return (
        !known ||
        JSON.stringify(rolloutToRow(known)) !==
          JSON.stringify(rolloutToRow(rollout))
      );
    });
    await this.#rollouts.save(tx, { changed, gone: facts.gone });
    const reshipped = await this.#shipped.replace(
      tx,
      facts.walked,
      facts.shipped,
    );
    await this.#writeLinks(tx, facts);

    const instants = new Set<number>();
    const note = (rollout: Rollout | undefined) => {
      // Elsewhere than in production, flags are what is counted.
      if (rollout && (rollout.production || rollout.flags.length > 0)) {
        instants.add(rollout.finishedAt);
        if (rollout.recoveredAt !== null) {
          instants.add(rollout.recoveredAt);
        }
      }
    };
    for (const rollout of changed) {
      note(rollout);
      note(before.get(rollout.id));
    }
    facts.gone.forEach(id => note(before.get(id)));
    for (const rollout of facts.after) {
      if (reshipped.has(rollout.id)) {
        note(rollout);
      }
    }
    const replaced = [...changed.map(({ id }) => id), ...facts.gone].flatMap(
      id => before.get(id) ?? [],
    );
    return { changed, replaced, instants };
  }

  async #writeLinks(
    tx: Knex.Transaction,
    facts: {
      after: Rollout[];
      linksBefore: FailureLink[];
      linksAfter: FailureLink[];
    },
  ) {
    const before = textByRollout(facts.linksBefore);
    const after = textByRollout(facts.linksAfter);
    const differing = facts.after
      .map(({ id }) => id)
      .filter(id => before.get(id) !== after.get(id));
    const ids = new Set(differing);
    await this.#links.replace(
      tx,
      differing,
      facts.linksAfter.filter(({ deploymentId }) => ids.has(deploymentId)),
    );
  }
}

function textByRollout(links: FailureLink[]): Map<string, string> {
  const texts = new Map<string, string[]>();
  for (const link of links) {
    texts.set(link.deploymentId, [
      ...(texts.get(link.deploymentId) ?? []),
      JSON.stringify([link.method, link.causeType, link.causeId]),
    ]);
  }
  return new Map([...texts].map(([id, lines]) => [id, lines.sort().join()]));
}
