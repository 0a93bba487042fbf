import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { retryConflicts } from '../database/retryConflicts';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import { factRules } from '../rules/factRules';
import { RuleStore } from '../rules/RuleStore';
import type { DoraSettings } from '../settings';
import { createDerivation, Derivation } from './createDerivation';
import { concernedServices } from './derive/concernedServices';
import { lockServices, ownerAt } from './derive/ServiceInfo';
import { TouchedServices } from './derive/TouchedServices';
import { incidentInstants } from './incidents/incidentInstants';
import type { Incident } from './incidents/Incident';
import type { TouchedIncidents } from './incidents/IncidentFacts';
import { parseEvents } from './log/eventSchema';
import { ReportedEvent, toEventRow } from './log/EventRow';
import { keysOfRepositories } from './log/keysOfRepositories';
import type { Rollout } from './rollouts/Rollout';

/** The most that one transaction takes. */
const MAX_EVENTS = 2_000;

const NO_INCIDENTS: TouchedIncidents = { before: [], after: [], gone: [] };

/** Facts that are new or differ. */
export interface ChangedFacts {
  rollouts: Rollout[];
  incidents: Incident[];
  /** What there was in their place, and what is gone. */
  replaced: { rollouts: Rollout[]; incidents: Incident[] };
}

/** Stores what sources report, together with the facts that follow from it: all or nothing. */
export class EventRecorder {
  readonly #knex: Knex;
  readonly #derivation: Derivation;
  readonly #rules: RuleStore;
  readonly #announce: (changed: ChangedFacts) => Promise<void>;

  constructor(options: {
    knex: Knex;
    settings: DoraSettings;
    /** Told after a transaction; must not throw. */
    announce?: (changed: ChangedFacts) => Promise<void>;
  }) {
    this.#knex = options.knex;
    this.#derivation = createDerivation(options.settings);
    this.#rules = new RuleStore(factRules(options.settings));
    this.#announce = options.announce ?? (async () => {});
  }

  /**
   * @throws InputError for an event that is not valid; the message names its index and path
   */
  async record(options: {
    source: string;
    sourceType: string;
    events: DoraEvent[];
    /** Runs in the same transaction. */
    within?: (tx: Knex.Transaction) => Promise<void>;
  }): Promise<{ accepted: number; duplicates: number }> {
    const { source, sourceType, within } = options;
    if (options.events.length > MAX_EVENTS) {
      throw new InputError(
        `events: expected at most ${MAX_EVENTS}, got ${options.events.length}`,
      );
    }
    const events = parseEvents(options.events);
    const { accepted, changed } = await this.#transaction(async tx => {
      const directory = await ServiceDirectory.load(tx);
      const now = Date.now();
      const keyOf = keysOfRepositories();
      const reported = events.map(event => ({
        event,
        row: toEventRow({ event, source, sourceType, now, directory, keyOf }),
      }));
      // Before anything is read or written: what two transactions report of one service may concern each other.
      await lockServices(tx, await concernedServices(tx, reported));
      const added = await this.#derivation.log.append(tx, reported);
      const facts = await this.#derive(tx, source, added, directory);
      await within?.(tx);
      return { accepted: added.length, changed: facts };
    });
    await this.#announce(changed);
    return { accepted, duplicates: events.length - accepted };
  }

  /** Maps events whose service the directory knows by another name now, and derives what follows. */
  async remap(): Promise<{ mapped: number }> {
    const { mapped, changed } = await this.#transaction(async tx => {
      // Nothing may be recorded by the old names meanwhile.
      await lockServices(tx, await tx('dora_services').pluck('entity_ref'));
      const directory = await ServiceDirectory.load(tx);
      const moved = await this.#derivation.remapping.applyRepositories(
        tx,
        directory,
      );
      const {
        touched,
        incidents,
        mapped: count,
      } = await this.#derivation.remapping.apply(tx, directory);
      const steps: ChangedFacts[] = [];
      const services = new TouchedServices();
      touched.forEach((at, ref) => services.add(ref, at));
      await this.#derivation.shared.touchAll(tx, services, [...touched.keys()]);
      for (const [source, events] of moved) {
        await services.addRepositories(
          tx,
          await this.#derivation.changes.apply(tx, source, events),
        );
      }
      for (const [source, events] of incidents) {
        const found = await this.#derivation.incidents.find(
          tx,
          source,
          events,
          directory,
        );
        steps.push(await this.#deriveWith(tx, services, found));
      }
      steps.push(await this.#deriveWith(tx, services, NO_INCIDENTS));
      return { mapped: count, changed: steps };
    });
    for (const step of changed) {
      await this.#announce(step);
    }
    return { mapped };
  }

  /** Derives services anew from all that the log has of them. */
  async rederive(options: {
    entityRefs: string[];
    /** Runs in the same transaction, before they are derived. */
    within?: (tx: Knex.Transaction) => Promise<void>;
  }): Promise<void> {
    const changed = await this.#transaction(async tx => {
      await lockServices(tx, options.entityRefs);
      await options.within?.(tx);
      const services = new TouchedServices();
      options.entityRefs.forEach(ref => services.add(ref, 0));
      return this.#deriveWith(tx, services, NO_INCIDENTS);
    });
    await this.#announce(changed);
  }

  /** Lets incidents be of production, or not, as the settings say by now; their services have to be derived anew. */
  async judgeIncidents(): Promise<void> {
    const incidents = await this.#transaction(async tx => {
      const judged = await this.#derivation.incidents.judge(tx);
      await this.#derivation.days.mark(tx, incidentInstants(judged));
      return judged;
    });
    await this.#announce({
      rollouts: [],
      incidents,
      replaced: {
        rollouts: [],
        incidents: incidents.map(one => ({
          ...one,
          production: !one.production,
        })),
      },
    });
  }

  async #derive(
    tx: Knex.Transaction,
    source: string,
    added: ReportedEvent[],
    directory: ServiceDirectory,
  ): Promise<ChangedFacts> {
    const services = new TouchedServices();
    const rollouts = added.flatMap(({ row }) =>
      row.type === 'deployment' ? [row] : [],
    );
    rollouts.forEach(row => services.add(row.entity_ref, row.at));
    // What another revision said may be elsewhere and at another time.
    const others = await this.#derivation.log.supersede(tx, added);
    others.forEach(({ entityRef, at }) => services.add(entityRef, at));

    const repositories = await this.#derivation.changes.apply(
      tx,
      source,
      added,
    );
    await services.addRepositories(tx, repositories);
    await this.#derivation.shared.touch(tx, services, rollouts);
    const incidents = await this.#derivation.incidents.find(
      tx,
      source,
      added.map(({ event }) => event),
      directory,
    );
    return this.#deriveWith(tx, services, incidents);
  }

  async #deriveWith(
    tx: Knex.Transaction,
    services: TouchedServices,
    incidents: TouchedIncidents,
  ): Promise<ChangedFacts> {
    const { before, after } = incidents;
    for (const { entityRefs, openedAt } of [...before, ...after]) {
      entityRefs.forEach(ref => services.add(ref, openedAt));
    }
    const blamed = await this.#derivation.blamed.find(tx, [
      ...before,
      ...after,
    ]);
    blamed
      .filter(({ entityRef }) => services.all.has(entityRef))
      .forEach(rollout => services.add(rollout.entityRef, rollout.finishedAt));
    const locked = await lockServices(tx, [...services.all.keys()]);
    await this.#rules.note(tx, [...locked.keys()]);
    await this.#derivation.incidents.write(tx, incidents, (ref, at) => {
      const service = locked.get(ref);
      return service ? ownerAt(service, at) : null;
    });
    await this.#derivation.days.mark(
      tx,
      incidentInstants([...before, ...after]),
    );
    const { changed, replaced } = await this.#derivation.services.derive(
      tx,
      locked,
      services.all,
      before.map(({ id }) => id),
    );
    return {
      rollouts: changed,
      incidents: after,
      replaced: { rollouts: replaced, incidents: before },
    };
  }

  #transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return retryConflicts(() => this.#knex.transaction(work));
  }
}
