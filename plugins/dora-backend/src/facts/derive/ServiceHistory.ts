import type { CommitStore } from '../changes/CommitStore';
import { pairKey } from '../changes/Named';
import type { Knex } from 'knex';
import { groupBy } from '../groupBy';
import type { ObservationReader } from '../log/ObservationReader';
import type { CommitPlace } from '../rollouts/Ancestry';
import type { LaneReader } from '../rollouts/LaneReader';
import {
  mergeObservations,
  ObservedWithEvidence,
} from '../rollouts/mergeObservations';
import { byFinish, Rollout } from '../rollouts/Rollout';
import type { RolloutStore } from '../rollouts/RolloutStore';
import { WalkedRollout, walkRollouts } from '../rollouts/walkRollouts';
import type { ServiceInfo } from './ServiceInfo';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A service's rollouts around what changed. */
export interface ServiceHistory {
  service: ServiceInfo;
  /** Rollouts from here on are derived anew. */
  start: number;
  /** Rollouts before that are loaded from here on. */
  contextStart: number;
  /** As they are stored, from the context's start on. */
  stored: Rollout[];
  evidence: ObservedWithEvidence[];
  /** Events whose rollout is another one than the log notes. */
  assignments: { seq: number; rolloutId: string }[];
  walked: WalkedRollout[];
}

/** Loads rollouts of services from what changed on, and walks them. */
export class ServiceHistoryLoader {
  readonly #rollouts: RolloutStore;
  readonly #lanes: LaneReader;
  readonly #observations: ObservationReader;
  readonly #commits: CommitStore;
  readonly #isProduction: (environment: string) => boolean;
  readonly #contextMs: number;

  constructor(options: {
    rollouts: RolloutStore;
    lanes: LaneReader;
    observations: ObservationReader;
    commits: CommitStore;
    isProduction: (environment: string) => boolean;
    /** How long after a rollout something may blame it, in days. */
    blameDays: number;
  }) {
    this.#rollouts = options.rollouts;
    this.#lanes = options.lanes;
    this.#observations = options.observations;
    this.#commits = options.commits;
    this.#isProduction = options.isProduction;
    this.#contextMs = (Math.max(options.blameDays, 1) + 1) * DAY;
  }

  /** @param touched - services with the first instant that something changed at */
  async load(
    tx: Knex.Transaction,
    services: Map<string, ServiceInfo>,
    touched: Map<string, number>,
  ): Promise<ServiceHistory[]> {
    const starts = new Map(
      // Reports of one rollout lie close together: all of them are looked at again.
      [...services.keys()].map(ref => [
        ref,
        Math.max(0, touched.get(ref)! - HOUR),
      ]),
    );
    const contextStarts = new Map(
      [...starts].map(([ref, start]) => [
        ref,
        Math.max(0, start - this.#contextMs),
      ]),
    );
    const stored = groupBy(
      await this.#rollouts.since(tx, contextStarts),
      ({ entityRef }) => entityRef,
    );
    const earlier = new Set(
      [...stored.values()]
        .flat()
        .filter(
          ({ entityRef, finishedAt }) => finishedAt < starts.get(entityRef)!,
        )
        .map(({ id }) => id),
    );
    // What belongs to a rollout before the start stays with it.
    const observations = (await this.#observations.since(tx, starts)).filter(
      ({ rolloutId }) => rolloutId === null || !earlier.has(rolloutId),
    );
    const repositoryOf = (ref: string) => services.get(ref)?.repository;
    const versions = await this.#commits.versions(
      tx,
      distinct(
        observations.flatMap(({ entityRef, sha, version }) => {
          const repository = repositoryOf(entityRef);
          return sha === null && repository
            ? [{ repository, name: version }]
            : [];
        }),
      ),
    );
    for (const observation of observations) {
      observation.demo ||= services.get(observation.entityRef)?.demo ?? false;
      const repository = repositoryOf(observation.entityRef);
      if (observation.sha === null && repository) {
        observation.sha =
          versions.get(pairKey(repository, observation.version)) ?? null;
      }
    }
    const noted = new Map(
      observations.map(({ seq, rolloutId }) => [seq, rolloutId]),
    );
    const evidence = groupBy(
      mergeObservations({ observations, isProduction: this.#isProduction }),
      ({ rollout }) => rollout.entityRef,
    );

    const lanes = groupBy(
      await this.#lanes.laneStates(tx, starts),
      ({ entityRef }) => entityRef,
    );
    const places = await this.#commits.places(
      tx,
      distinct(
        [...services.keys()].flatMap(ref => {
          const repository = repositoryOf(ref);
          const shas = [
            ...(evidence.get(ref) ?? []).map(({ rollout }) => rollout.sha),
            ...(lanes.get(ref) ?? []).map(({ state }) => state.running?.sha),
          ];
          return repository
            ? shas.flatMap(sha => (sha ? [{ repository, name: sha }] : []))
            : [];
        }),
      ),
    );
    const placesByRepository = new Map<string, Map<string, CommitPlace>>();
    for (const [key, place] of places) {
      const [repository, sha] = JSON.parse(key);
      const own = placesByRepository.get(repository) ?? new Map();
      placesByRepository.set(repository, own.set(sha, place));
    }
    const environmentsOf = (ref: string) => [
      ...new Set([
        ...(lanes.get(ref) ?? []).map(({ environment }) => environment),
        ...(evidence.get(ref) ?? []).map(({ rollout }) => rollout.environment),
      ]),
    ];
    const firstRan = await this.#lanes.firstRan(
      tx,
      [...services.keys()].flatMap(ref =>
        wantedVersions({
          entityRef: ref,
          before: starts.get(ref)!,
          evidence: evidence.get(ref) ?? [],
          lanes: lanes.get(ref) ?? [],
          productionEnvironments: environmentsOf(ref).filter(
            this.#isProduction,
          ),
        }),
      ),
    );

    return [...services.values()].map(service => {
      const ref = service.entityRef;
      const own = lanes.get(ref) ?? [];
      const merged = evidence.get(ref) ?? [];
      const productionMarks = own.flatMap(({ production, state }) =>
        production && state.highWater !== null ? [state.highWater] : [],
      );
      return {
        service,
        start: starts.get(ref)!,
        contextStart: contextStarts.get(ref)!,
        stored: stored.get(ref) ?? [],
        evidence: merged,
        assignments: merged.flatMap(({ rollout, seqs }) =>
          seqs
            .filter(seq => noted.get(seq) !== rollout.id)
            .map(seq => ({ seq, rolloutId: rollout.id })),
        ),
        walked: walkRollouts(
          merged.map(({ rollout }) => rollout).sort(byFinish),
          {
            lanes: new Map(
              own.map(({ environment, state }) => [environment, state]),
            ),
            productionHighWater:
              productionMarks.length > 0 ? Math.max(...productionMarks) : null,
            firstRan: firstRan.get(ref) ?? new Map(),
            productionEnvironments: new Set(
              environmentsOf(ref).filter(this.#isProduction),
            ),
            places:
              placesByRepository.get(service.repository ?? '') ?? new Map(),
          },
        ),
      };
    });
  }
}

/** Versions of which it has to be known whether and when they ran before: in their environment, and for promotions in the other ones. */
function wantedVersions(options: {
  entityRef: string;
  before: number;
  evidence: ObservedWithEvidence[];
  lanes: {
    environment: string;
    state: { running: { version: string } | null };
  }[];
  productionEnvironments: string[];
}) {
  const { entityRef, before, evidence, lanes, productionEnvironments } =
    options;
  const pairs = [
    ...evidence.flatMap(({ rollout }) => [
      { environment: rollout.environment, version: rollout.version },
      ...(rollout.production
        ? productionEnvironments.map(environment => ({
            environment,
            version: rollout.version,
          }))
        : []),
    ]),
    ...lanes.flatMap(({ environment, state }) =>
      state.running ? [{ environment, version: state.running.version }] : [],
    ),
  ];
  return distinct(pairs).map(pair => ({ ...pair, entityRef, before }));
}

function distinct<T extends object>(items: T[]): T[] {
  return [
    ...new Map(
      items.map(item => [JSON.stringify(Object.values(item)), item]),
    ).values(),
  ];
}
