import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { EventRecorder } from '../facts/EventRecorder';
import {
  GroupRow,
  ServiceRow,
  toGroupRow,
  toServiceRow,
} from './DirectoryEntity';
import { DirectoryStore, StoredService } from './DirectoryStore';

/** Fields that decide which events are a component's. */
const NAMES = [
  'dora_service',
  'cdevents_id',
  'pagerduty_id',
  'repository',
] as const;

/** Fields that a component's facts are derived with. */
const DERIVED = ['owner_ref', 'repository', 'demo'] as const;

/**
 * Task: brings the directory up to date with the catalog's components and groups. What is gone from the catalog keeps
 * its history.
 */
export class RefreshServices {
  readonly #knex: Knex;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #recorder: Pick<EventRecorder, 'remap' | 'rederive'>;
  readonly #store = new DirectoryStore();

  /**
   * Passes that still have to map events: at first nobody knows whether the last process did, and after a change the
   * next pass does it again, for what was recorded by the old names meanwhile.
   */
  #passesToMap = 2;

  constructor(options: {
    knex: Knex;
    auth: AuthService;
    catalog: CatalogService;
    recorder: Pick<EventRecorder, 'remap' | 'rederive'>;
  }) {
    this.#knex = options.knex;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#recorder = options.recorder;
  }

  async run(signal: AbortSignal, now: () => number = Date.now): Promise<void> {
    const services: ServiceRow[] = [];
    const groups: GroupRow[] = [];
    const pages = this.#catalog.streamEntities(
      {
        query: { kind: { $in: ['component', 'group'] } },
        fields: ['kind', 'metadata', 'relations', 'spec.profile'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      for (const entity of page) {
        if (isKind(entity, 'component')) {
          services.push(toServiceRow(entity));
        } else {
          groups.push(toGroupRow(entity));
        }
      }
    }
    const changes = await this.#knex.transaction(async tx => {
      await this.#store.replaceGroups(tx, groups);
      return this.#replaceServices(tx, services, now());
    });
    if (changes.mapping) {
      this.#passesToMap = 2;
    }
    await this.#follow();
  }

  async #follow(): Promise<void> {
    if (this.#passesToMap > 0) {
      await this.#recorder.remap();
      this.#passesToMap--;
    }
    const entityRefs = await this.#store.pending(this.#knex);
    if (entityRefs.length > 0) {
      // In one transaction: what becomes pending meanwhile waits for it, and stays so.
      await this.#recorder.rederive({
        entityRefs,
        within: tx => this.#store.clearPending(tx, entityRefs),
      });
    }
  }

  async #replaceServices(
    tx: Knex.Transaction,
    services: ServiceRow[],
    now: number,
  ): Promise<{ mapping: boolean }> {
    const known = await this.#store.services(tx);
    const present = new Set(services.map(row => row.entity_ref));
    const gone = [...known.values()]
      .filter(row => !row.removed && !present.has(row.entity_ref))
      .map(row => row.entity_ref);
    const changed = services.filter(row =>
      isChanged(known.get(row.entity_ref), row),
    );

    await this.#store.markRemoved(tx, gone, now);
    await this.#store.saveServices(tx, changed);
    await this.#store.saveOwners(
      tx,
      changed.flatMap(row => {
        const before = known.get(row.entity_ref);
        return before?.owner_ref === row.owner_ref
          ? []
          : [
              {
                entityRef: row.entity_ref,
                ownerRef: row.owner_ref,
                from: before ? now : 0,
              },
            ];
      }),
    );
    await this.#store.markPending(
      tx,
      changed
        .filter(row => {
          const before = known.get(row.entity_ref);
          return before && DERIVED.some(key => before[key] !== row[key]);
        })
        .map(row => row.entity_ref),
    );
    return {
      mapping:
        gone.length > 0 ||
        changed.some(row => isRenamed(known.get(row.entity_ref), row)),
    };
  }
}

function isKind(entity: Entity, kind: string): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === kind;
}

function isChanged(before: StoredService | undefined, row: ServiceRow) {
  return (
    !before ||
    before.removed ||
    (Object.keys(row) as (keyof ServiceRow)[]).some(
      key => before[key] !== row[key],
    )
  );
}

function isRenamed(before: StoredService | undefined, row: ServiceRow) {
  return (
    !before || before.removed || NAMES.some(key => before[key] !== row[key])
  );
}
