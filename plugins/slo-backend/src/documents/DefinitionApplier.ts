import {
  computeBudget,
  DocumentStatus,
  indicatorFingerprint,
  Problem,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import { SourceChoice } from '../collector/SourceChoice';
import type { PolicyStep } from '../policy/replayPolicy';
import { SeriesStore } from '../slos/SeriesStore';
import { Slo, windowSeconds } from '../slos/Slo';
import { sloId } from '../slos/sloId';
import { SloStore } from '../slos/SloStore';
import { StatusRefresher } from '../status/StatusRefresher';
import { StatusStore } from '../status/StatusStore';
import type { FoundDocument } from './DocumentReader';
import type { SloEntity } from './SloEntity';

/** An SLO of a document without errors. */
export interface ReadDefinition {
  definition: SloDefinition;
  document: FoundDocument;
}

/**
 * Makes definitions those in force. A new objective, window or policy applies to the tiles that are there; a new
 * query begins a new generation, whose window fills anew.
 */
export class DefinitionApplier {
  readonly #stores: {
    slos: SloStore;
    series: SeriesStore;
    statuses: StatusStore;
  };
  readonly #refresher: StatusRefresher;
  readonly #sources: SourceChoice;

  constructor(options: {
    slos: SloStore;
    series: SeriesStore;
    statuses: StatusStore;
    refresher: StatusRefresher;
    sources: SourceChoice;
  }) {
    this.#stores = options;
    this.#refresher = options.refresher;
    this.#sources = options.sources;
  }

  /**
   * @param options - `keep`: files whose SLOs stay as they are, because they cannot be read now
   * @returns what policies began or ceased to ask for
   */
  async apply(
    tx: Knex.Transaction,
    options: {
      entity: SloEntity;
      read: ReadDefinition[];
      keep: (file: string) => boolean;
      now: number;
    },
  ): Promise<{ slo: Slo; steps: PolicyStep[] }[]> {
    const { entity, read, keep, now } = options;
    const { slos } = this.#stores;
    const before = await slos.find(tx, { entityRef: entity.entityRef });
    const changes = [];
    const present = new Set<string>();
    for (const { definition, document } of read) {
      const id = sloId(entity.entityRef, definition.name);
      present.add(id);
      const steps = await this.#applyOne(tx, {
        entity,
        definition,
        document,
        id,
        now,
      });
      const slo = await slos.get(tx, id);
      if (slo && steps.length > 0) {
        changes.push({ slo, steps });
      }
    }
    await slos.retire(
      tx,
      before
        .filter(slo => !present.has(slo.id) && !keep(slo.document.file))
        .map(slo => slo.id),
      now,
    );
    return changes;
  }

  async #applyOne(
    tx: Knex.Transaction,
    options: {
      entity: SloEntity;
      definition: SloDefinition;
      document: FoundDocument;
      id: string;
      now: number;
    },
  ): Promise<PolicyStep[]> {
    const { entity, definition, document, id, now } = options;
    const { slos, series } = this.#stores;
    const before = await this.#lock(tx, id, now);
    const source = this.#sources.choose(entity, definition);
    const fingerprint = createHash('sha256')
      .update(
        JSON.stringify([
          source.type,
          indicatorFingerprint(definition.indicator, definition),
        ]),
      )
      .digest('base64url');

    const isSameQuery = before?.fingerprint === fingerprint;
    const isSameText =
      before &&
      JSON.stringify(before.definition) === JSON.stringify(definition);
    const slo: Slo = {
      id,
      entityRef: entity.entityRef,
      ownerRef: entity.ownerRef,
      systemRef: entity.systemRef,
      demo: entity.demo,
      name: definition.name,
      definition,
      fingerprint,
      generation: before ? before.generation + (isSameQuery ? 0 : 1) : 1,
      source: isSameQuery && source.type === 'push' ? before.source : source,
      document: documentStatus(document, isSameText ? before : undefined, now),
      latched: before?.latched ?? [],
      notifiedAt: before?.notifiedAt ?? null,
    };
    if (before && !isSameQuery) {
      await this.#close(tx, before, now);
    }
    await slos.save(tx, slo);
    return this.#refresher.refresh(tx, {
      slo,
      series: await series.lock(tx, slo, now),
      redrawn: !isSameText,
      now,
    });
  }

  /**
   * The SLO as it is known, with its series locked. Recording tiles locks the series and then writes the SLO: in
   * any other order the two would wait for each other, and what was latched meanwhile would not be seen.
   */
  async #lock(
    tx: Knex.Transaction,
    id: string,
    now: number,
  ): Promise<Slo | undefined> {
    const { slos, series } = this.#stores;
    const known = await slos.get(tx, id, { retired: true });
    if (known) {
      await series.lock(tx, known, now);
    }
    return known && slos.get(tx, id, { retired: true });
  }

  /** Ends a generation and notes what it had used, for the note about the new one. */
  async #close(tx: Knex.Transaction, slo: Slo, now: number): Promise<void> {
    const { series, statuses } = this.#stores;
    const last = (await statuses.get(tx, [slo.id])).get(slo.id);
    const closing = await series.lock(tx, slo, now);
    await series.save(tx, {
      ...closing,
      until: now,
      finalConsumed: last
        ? computeBudget({
            sums: last.status.sums,
            objective: slo.definition.objective,
            windowSeconds: windowSeconds(slo),
          }).consumed
        : null,
    });
  }
}

function documentStatus(
  document: FoundDocument,
  before: Slo | undefined,
  now: number,
): DocumentStatus {
  return {
    file: document.file,
    ...(/^https?:/.test(document.url) && { url: document.url }),
    ...(document.revision && { revision: document.revision }),
    readAt: before?.document.readAt ?? toInstant(now),
  };
}

/** Files of which at least one problem is an error: nothing of them is applied. */
export function brokenFiles(problems: Problem[]): Set<string> {
  return new Set(
    problems
      .filter(problem => problem.severity === 'error')
      .map(problem => problem.file),
  );
}
