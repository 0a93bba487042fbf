import {
  stageNames,
  type ShippedChange,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import type { Span } from '../metrics/LocalCalendar';
import { withinScope, type Scope } from '../scope/Scope';

/** A change with the deployment that shipped it. */
export interface ListedChange extends ShippedChange {
  deploymentId: string;
  entityRef: string;
}

/** Where a page of changes ends: the list is by deployment, newest first. */
export interface ChangePlace {
  finishedAt: number;
  deploymentId: string;
  changeId: number;
}

/** Reads changes that production got. */
export class ShippedChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of a deployment, in the order of their merges. */
  async ofDeployment(id: string): Promise<ShippedChange[]> {
    const rows = await this.#select()
      .where('dora_shipped.deployment_id', id)
      .orderBy(['dora_changes.merged_at', 'dora_changes.id']);
    return rows.map(toChange);
  }

  /** Newest deployment first. */
  async list(options: {
    scope: Scope;
    window: Span;
    after?: ChangePlace;
    limit: number;
  }): Promise<{ change: ListedChange; place: ChangePlace }[]> {
    const { scope, window, after } = options;
    const query = withinScope(this.#select(), scope, 'dora_shipped')
      .where('dora_shipped.finished_at', '>=', window.from)
      .where('dora_shipped.finished_at', '<', window.to)
      .orderBy([
        { column: 'dora_shipped.finished_at', order: 'desc' },
        { column: 'dora_shipped.deployment_id', order: 'desc' },
        { column: 'dora_shipped.change_id', order: 'desc' },
      ])
      .limit(options.limit);
    if (after) {
      query
        .where('dora_shipped.finished_at', '<=', after.finishedAt)
        .where(either =>
          either
            .where('dora_shipped.finished_at', '<', after.finishedAt)
            .orWhere('dora_shipped.deployment_id', '<', after.deploymentId)
            .orWhere(same =>
              same
                .where('dora_shipped.deployment_id', after.deploymentId)
                .where('dora_shipped.change_id', '<', after.changeId),
            ),
        );
    }
    const rows = await query;
    return rows.map(row => ({
      change: {
        ...toChange(row),
        deploymentId: row.deployment_id,
        entityRef: row.entity_ref,
      },
      place: {
        finishedAt: Number(row.finished_at),
        deploymentId: row.deployment_id,
        changeId: row.change_id,
      },
    }));
  }

  #select() {
    return this.#knex('dora_shipped')
      .join('dora_changes', 'dora_changes.id', 'dora_shipped.change_id')
      .select(
        'dora_shipped.deployment_id',
        'dora_shipped.change_id',
        'dora_shipped.entity_ref',
        'dora_shipped.finished_at',
        'dora_shipped.lead_seconds',
        ...stageNames.map(name => `dora_shipped.${name}`),
        'dora_changes.repository',
        'dora_changes.sha',
        'dora_changes.number',
        'dora_changes.title',
        'dora_changes.url',
        'dora_changes.first_commit_at',
        'dora_changes.opened_at',
        'dora_changes.first_review_at',
        'dora_changes.merged_at',
        'dora_changes.flags',
      );
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function toChange(row: any): ShippedChange {
  const instant = (value: string | number | null) =>
    value === null ? null : toInstant(Number(value));
  return {
    sha: row.sha,
    repository: row.repository,
    ...(row.number !== null && { number: row.number }),
    title: row.title,
    ...(row.url !== null && { url: row.url }),
    firstCommitAt: toInstant(Number(row.first_commit_at)),
    openedAt: instant(row.opened_at),
    firstReviewAt: instant(row.first_review_at),
    mergedAt: toInstant(Number(row.merged_at)),
    flags: JSON.parse(row.flags),
    stages: Object.fromEntries(
      stageNames.map(name => [name, row[name]]),
    ) as Record<StageName, number | null>,
    leadTimeSeconds: row.lead_seconds,
  };
}
