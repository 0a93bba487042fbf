import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Problem,
  readSloDocuments,
  SLO_ANNOTATION,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { toSeconds } from '../database/instants';
import { SourceChoice } from '../collector/SourceChoice';
import type { PolicyAnnouncer } from '../policy/PolicyAnnouncer';
import { SloStore } from '../slos/SloStore';
import { brokenFiles, DefinitionApplier } from './DefinitionApplier';
import { DocumentReader, FoundDocument, Reading } from './DocumentReader';
import { EntityRecord, EntityStore } from './EntityStore';
import { nameClashes } from './nameClashes';
import { SloEntity, toSloEntity } from './SloEntity';

interface DiscoverDocumentsOptions {
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  reader: DocumentReader;
  applier: DefinitionApplier;
  entities: EntityStore;
  slos: SloStore;
  announcer: PolicyAnnouncer;
  sources: SourceChoice;
  defaultObjective: number;
}

/** Task: reads the SLO documents that the catalog's entities name, and makes them those in force. */
export class DiscoverDocuments {
  readonly #options: DiscoverDocumentsOptions;

  /**
   * Entities that this process has read in full: before that, what it is configured with may differ from what the
   * documents were applied with, although they have not changed.
   */
  readonly #applied = new Set<string>();

  constructor(options: DiscoverDocumentsOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal, now: () => Date = () => new Date()) {
    const { auth, catalog, knex, entities, logger } = this.#options;
    const seen = new Set<string>();
    const pages = catalog.streamEntities(
      {
        query: {
          [`metadata.annotations.${SLO_ANNOTATION}`]: { $exists: true },
        },
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page.map(toSloEntity)) {
        signal.throwIfAborted();
        seen.add(entity.entityRef);
        try {
          await this.refresh(entity, toSeconds(now()));
        } catch (error) {
          logger.warn(
            `SLO documents of '${entity.entityRef}' could not be read: ${
              isError(error) ? error.message : error
            }`,
          );
        }
      }
    }
    // Only after a complete pass: an entity that is gone has no SLOs any more.
    for (const entityRef of await entities.list(knex)) {
      if (!seen.has(entityRef)) {
        await this.#forget(entityRef, toSeconds(now()));
      }
    }
  }

  /** Reads one entity's documents. */
  async refresh(entity: SloEntity, now: number): Promise<void> {
    const { knex, applier, entities, announcer } = this.#options;
    const before = await entities.get(knex, entity.entityRef);
    const isSameAsk =
      this.#applied.has(entity.entityRef) &&
      before?.annotation === entity.annotation &&
      before.prometheus === entity.prometheus &&
      before.lookedIn === entity.lookedIn;
    const reading = await this.#read(entity, isSameAsk ? before : undefined);
    if (reading === 'not-modified' && before) {
      await knex.transaction(tx => entities.save(tx, entity, before, now));
      return;
    }
    const { documents, etags, unmatched, failure } = reading as Exclude<
      typeof reading,
      'not-modified'
    >;
    const { slos, problems: inDocuments } = readSloDocuments(documents, {
      defaultObjective: this.#options.defaultObjective,
    });
    const problems = [
      ...unmatched.map(pattern =>
        problemAt(
          pattern,
          `'${pattern}' matches no file; what was read before stays in force`,
        ),
      ),
      ...inDocuments,
      ...nameClashes(slos),
      ...this.#options.sources.problems(entity, slos),
    ];
    const broken = brokenFiles(problems);
    const byFile = new Map(documents.map(found => [found.file, found]));
    const read = slos
      .filter(definition => !broken.has(definition.location.file))
      .map(definition => ({
        definition,
        document: byFile.get(definition.location.file)!,
      }));

    const changes = await knex.transaction(async tx => {
      await entities.save(
        tx,
        entity,
        {
          reason: reasonOf({ documents, read: read.length, failure }),
          problems: failure ? [failure, ...problems] : problems,
          etags,
        },
        now,
      );
      return applier.apply(tx, {
        entity,
        read,
        now,
        // A document that cannot be found or read leaves its last good version in force.
        keep: file =>
          documents.length === 0 ||
          unmatched.length > 0 ||
          failure !== undefined ||
          broken.has(file),
      });
    });
    this.#applied.add(entity.entityRef);
    await announcer.announce(changes, now);
  }

  async #read(
    entity: SloEntity,
    before: EntityRecord | undefined,
  ): Promise<'not-modified' | (Reading & { failure?: Problem })> {
    try {
      return await this.#options.reader.read(entity, before?.etags ?? {});
    } catch (error) {
      return {
        documents: [],
        etags: {},
        unmatched: [],
        failure: problemAt(
          entity.annotation,
          // The folder may be one of the server's own disk, which is nobody's business.
          (isError(error) ? error.message : String(error)).replaceAll(
            entity.lookedIn,
            '',
          ),
        ),
      };
    }
  }

  async #forget(entityRef: string, now: number): Promise<void> {
    const { knex, entities, slos } = this.#options;
    const live = await slos.find(knex, { entityRef });
    await slos.retire(
      knex,
      live.map(slo => slo.id),
      now,
    );
    await entities.remove(knex, entityRef);
  }
}

/** A problem of the annotation as a whole. */
function problemAt(annotation: string, message: string): Problem {
  return {
    severity: 'error',
    file: annotation,
    line: 1,
    column: 1,
    path: '',
    message,
  };
}

function reasonOf(options: {
  documents: FoundDocument[];
  read: number;
  failure?: Problem;
}): EntityRecord['reason'] {
  if (options.read > 0) {
    return null;
  }
  return options.documents.length === 0 && !options.failure
    ? 'no-match'
    : 'all-broken';
}
