import type { Knex } from 'knex';
import type { ServiceHistory } from '../derive/ServiceHistory';
import { groupBy } from '../groupBy';
import type { Incident } from '../incidents/Incident';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { ObservationReader } from '../log/ObservationReader';
import type { LaneReader } from '../rollouts/LaneReader';
import type { Rollout } from '../rollouts/Rollout';
import type { RolloutStore } from '../rollouts/RolloutStore';
import type { FailureLink } from './FailureLink';
import type { FailureLinkStore, Overrule } from './FailureLinkStore';
import type { IncidentFact } from './IncidentFact';
import type { SharedIncidents } from './SharedIncidents';

/** What decides which rollouts of a service failed, beside the rollouts that are derived anew. */
export interface FailureContext {
  /** Rollouts before the context's start that may be blamed, or may recover only now. */
  older: Rollout[];
  /** Incidents whose blame is found anew. */
  incidents: IncidentFact[];
  /** Those and all that links name. */
  knownIncidents: Map<string, IncidentFact>;
  /** Incidents that are still there, in production and of this service. */
  ownIncidents: Set<string>;
  /** Of all rollouts that were loaded. */
  links: FailureLink[];
  overrules: Overrule[];
}

/** Loads what failures are found from. */
export class FailureContextLoader {
  readonly #rollouts: RolloutStore;
  readonly #lanes: LaneReader;
  readonly #incidents: IncidentStore;
  readonly #links: FailureLinkStore;
  readonly #observations: ObservationReader;
  readonly #shared: SharedIncidents;

  constructor(options: {
    rollouts: RolloutStore;
    lanes: LaneReader;
    incidents: IncidentStore;
    links: FailureLinkStore;
    observations: ObservationReader;
    shared: SharedIncidents;
  }) {
    this.#rollouts = options.rollouts;
    this.#lanes = options.lanes;
    this.#incidents = options.incidents;
    this.#links = options.links;
    this.#observations = options.observations;
    this.#shared = options.shared;
  }

  /**
   * By entity ref.
   *
   * @param causes - further incidents whose blame is found anew, as those that are gone
   */
  async load(
    tx: Knex.Transaction,
    histories: ServiceHistory[],
    causes: string[],
  ): Promise<Map<string, FailureContext>> {
    const older = [
      ...(await this.#rollouts.openFailures(
        tx,
        histories.map(({ service, start, contextStart }) => ({
          entityRef: service.entityRef,
          before: contextStart,
          recoveredFrom: start,
        })),
      )),
      ...(await this.#lanes.lastBlamable(
        tx,
        histories.flatMap(({ service, contextStart, walked }) =>
          [
            ...new Set(
              walked
                .filter(({ kind }) => kind === 'rollback')
                .map(({ rollout }) => rollout.environment),
            ),
          ].map(environment => ({
            entityRef: service.entityRef,
            environment,
            before: contextStart,
          })),
        ),
      )),
    ];
    const opened = await this.#incidents.ofServices(
      tx,
      histories.map(({ service, start }) => ({
        entityRef: service.entityRef,
        from: start,
      })),
    );
    const named = await this.#observations.rolloutsOf(
      tx,
      opened.flatMap(({ entityRef, namesDeployment }) =>
        namesDeployment === null
          ? []
          : [{ entityRef, externalId: namesDeployment }],
      ),
    );
    const namedOf = await this.#shared.named(
      tx,
      opened.flatMap(({ id, namesDeployment, namesVersion }) =>
        namesDeployment === null && namesVersion === null ? [] : [id],
      ),
    );
    // Those that a named incident blames may be older still.
    const blamed = await this.#links.ofCauses(tx, [
      ...opened.map(({ id }) => id),
      ...causes,
    ]);
    const versions = await this.#rollouts.ofVersions(tx, [
      ...opened.flatMap(({ entityRef, namesVersion }) =>
        namesVersion === null ? [] : [{ entityRef, version: namesVersion }],
      ),
      // A rollback undoes nothing of what was there before its version last ran.
      ...histories.flatMap(({ service, walked }) =>
        walked.flatMap(({ kind, rollout }) =>
          kind === 'rollback'
            ? [{ entityRef: service.entityRef, version: rollout.version }]
            : [],
        ),
      ),
    ]);
    const inContext = new Set(
      histories.flatMap(({ stored }) => stored.map(({ id }) => id)),
    );
    older.push(...versions.filter(({ id }) => !inContext.has(id)));
    const loaded = new Set([
      ...older.map(({ id }) => id),
      ...histories.flatMap(({ stored }) => stored.map(({ id }) => id)),
    ]);
    const wanted = [
      ...blamed.map(({ deploymentId }) => deploymentId),
      ...named.values(),
    ].filter(id => !loaded.has(id));
    older.push(...(await this.#rollouts.byIds(tx, wanted)));
    older.forEach(({ id }) => loaded.add(id));

    const links = await this.#links.ofRollouts(tx, [...loaded]);
    const others = await this.#incidents.byIds(
      tx,
      links.flatMap(({ causeType, causeId }) =>
        causeType === 'incident' ? [causeId] : [],
      ),
    );
    const overrules = await this.#links.overrules(
      tx,
      histories.map(({ service }) => service.entityRef),
    );

    const othersById = new Map(
      others.map(incident => [
        incident.id,
        {
          ...incident,
          namedRolloutId: null,
          namedVersion: null,
          isNamedElsewhere: false,
        },
      ]),
    );
    const openedOf = groupBy(opened, ({ entityRef }) => entityRef);
    const olderOf = groupBy(older, ({ entityRef }) => entityRef);
    const linksOf = groupBy(links, ({ deploymentId }) => deploymentId);
    const overrulesOf = groupBy(overrules, ({ rolloutId }) => rolloutId);
    return new Map(
      histories.map(({ service, stored, evidence, walked }) => {
        const fresh = new Map(
          evidence.flatMap(({ rollout, externalIds }) =>
            externalIds.map(id => [id, rollout.id]),
          ),
        );
        const incidents = (openedOf.get(service.entityRef) ?? []).map(
          ({ id, openedAt, resolvedAt, namesDeployment, namesVersion }) => ({
            id,
            openedAt,
            resolvedAt,
            namedRolloutId:
              namesDeployment === null
                ? null
                : fresh.get(namesDeployment) ??
                  named.get(namesDeployment) ??
                  namesDeployment,
            namedVersion: namesVersion,
            isNamedElsewhere: [...(namedOf.get(id) ?? [])].some(
              ref => ref !== service.entityRef,
            ),
          }),
        );
        const own = olderOf.get(service.entityRef) ?? [];
        const ids = new Set([
          ...own.map(({ id }) => id),
          ...stored.map(({ id }) => id),
          ...walked.map(({ rollout }) => rollout.id),
        ]);
        return [
          service.entityRef,
          {
            older: [...new Map(own.map(one => [one.id, one])).values()],
            incidents,
            knownIncidents: new Map([
              ...[...ids]
                .flatMap(id => linksOf.get(id) ?? [])
                .flatMap(({ causeId }) => {
                  const other = othersById.get(causeId);
                  return other ? [[causeId, other] as const] : [];
                }),
              ...incidents.map(incident => [incident.id, incident] as const),
            ]),
            ownIncidents: new Set(
              [...others.filter(isOwn(service.entityRef)), ...incidents].map(
                ({ id }) => id,
              ),
            ),
            links: [...ids].flatMap(id => linksOf.get(id) ?? []),
            overrules: [...ids].flatMap(id => overrulesOf.get(id) ?? []),
          },
        ];
      }),
    );
  }
}

function isOwn(entityRef: string) {
  return ({ production, entityRefs }: Incident) =>
    production && entityRefs.includes(entityRef);
}
