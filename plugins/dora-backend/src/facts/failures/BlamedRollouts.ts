import type { Knex } from 'knex';
import type { Incident } from '../incidents/Incident';
import type { ObservationReader } from '../log/ObservationReader';
import { isBlamable, type Rollout } from '../rollouts/Rollout';
import type { RolloutStore } from '../rollouts/RolloutStore';
import type { FailureLinkStore } from './FailureLinkStore';

/**
 * Finds rollouts that incidents blame or name, which may be long ago: whether and when they recovered has to be found
 * anew from there on.
 */
export class BlamedRollouts {
  readonly #rollouts: RolloutStore;
  readonly #links: FailureLinkStore;
  readonly #observations: ObservationReader;

  constructor(options: {
    rollouts: RolloutStore;
    links: FailureLinkStore;
    observations: ObservationReader;
  }) {
    this.#rollouts = options.rollouts;
    this.#links = options.links;
    this.#observations = options.observations;
  }

  async find(tx: Knex.Transaction, incidents: Incident[]): Promise<Rollout[]> {
    const links = await this.#links.ofCauses(
      tx,
      incidents.map(({ id }) => id),
    );
    const named = incidents.flatMap(
      ({ entityRefs, namesDeployment: externalId }) =>
        externalId === null
          ? []
          : entityRefs.map(entityRef => ({ entityRef, externalId })),
    );
    const reported = await this.#observations.rolloutsOf(tx, named);
    const found = await this.#rollouts.byIds(tx, [
      ...links.map(({ deploymentId }) => deploymentId),
      ...reported.values(),
      ...named.map(({ externalId }) => externalId),
    ]);
    const versions = await this.#rollouts.ofVersions(
      tx,
      incidents.flatMap(({ entityRefs, namesVersion: version }) =>
        version === null
          ? []
          : entityRefs.map(entityRef => ({ entityRef, version })),
      ),
    );
    return [...found, ...versions.filter(isBlamable)];
  }
}
