import type { StageName } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { DayMarks } from '../facts/derive/DayMarks';

const at = (instant: string) => Date.parse(instant);

/** Writes facts as if they had been derived, for tests of what reads them. Times are RFC 3339. */
export class FactTables {
  readonly #knex: Knex;
  readonly #days: DayMarks;
  #changes = 0;

  constructor(knex: Knex, timeZone: string) {
    this.#knex = knex;
    this.#days = new DayMarks({ timeZone });
  }

  async service(
    name: string,
    more: { owner?: string; system?: string; repository?: string } = {},
  ): Promise<void> {
    await this.#knex('dora_services').insert({
      entity_ref: `component:default/${name}`,
      name,
      namespace: 'default',
      owner_ref: more.owner ?? null,
      system_ref: more.system ?? null,
      repository: more.repository ?? null,
      demo: false,
    });
  }

  async deployment(
    id: string,
    service: string,
    finishedAt: string,
    more: Partial<{
      owner: string;
      environment: string;
      production: boolean;
      version: string;
      kind: string;
      outcome: string;
      counted: boolean;
      failed: boolean;
      recoveredAt: string;
      rework: boolean;
      flags: string[];
      changes: number;
      previousVersion: string;
      predecessor: string;
      highWater: number;
      sha: string;
      sources: string[];
    }> = {},
  ): Promise<void> {
    const kind = more.kind ?? 'normal';
    const production = more.production ?? true;
    await this.#knex('dora_deployments').insert({
      id,
      entity_ref: `component:default/${service}`,
      environment: more.environment ?? 'production',
      production,
      version: more.version ?? id,
      sha: more.sha ?? null,
      started_at: null,
      finished_at: at(finishedAt),
      outcome: more.outcome ?? 'success',
      kind,
      owner_ref: more.owner ?? null,
      flags: JSON.stringify(more.flags ?? []),
      sources: JSON.stringify(more.sources ?? ['gitops']),
      demo: false,
      predecessor_id: more.predecessor ?? null,
      previous_version: more.previousVersion ?? null,
      position: null,
      high_water: more.highWater ?? null,
      counted:
        more.counted ??
        (production &&
          ['normal', 'rollback', 'hotfix'].includes(kind) &&
          more.outcome !== 'failure'),
      changes: more.changes ?? 0,
      lead_median_seconds: null,
      failed: more.failed ?? false,
      recovered_at: more.recoveredAt ? at(more.recoveredAt) : null,
      recovered_by: null,
      rework: more.rework ?? kind === 'rollback',
      rework_reason: null,
    });
    await this.#mark(finishedAt, more.recoveredAt);
  }

  /** A change that a deployment shipped; stages in seconds, of which coding is the whole lead time if none is given. */
  async shipped(
    deployment: string,
    leadSeconds: number,
    more: {
      stages?: Partial<Record<StageName, number>>;
      openedAt?: string;
      flags?: string[];
    } = {},
  ): Promise<void> {
    const row = await this.#knex('dora_deployments')
      .where('id', deployment)
      .first();
    const finished = Number(row.finished_at);
    this.#changes++;
    const id = await this.change(`sha${this.#changes}`, {
      mergedAt: finished,
      ...more,
    });
    await this.#knex('dora_shipped').insert({
      deployment_id: deployment,
      change_id: id,
      entity_ref: row.entity_ref,
      owner_ref: row.owner_ref,
      finished_at: finished,
      lead_seconds: leadSeconds,
      coding: leadSeconds,
      demo: false,
      ...more.stages,
    });
  }

  async change(
    sha: string,
    more: {
      mergedAt: number;
      repository?: string;
      position?: number;
      openedAt?: string;
      flags?: string[];
    },
  ): Promise<number> {
    const [{ id }] = await this.#knex('dora_changes')
      .insert({
        repository: more.repository ?? 'github.com/acme/x',
        sha,
        position: more.position ?? null,
        first_commit_at: more.mergedAt,
        opened_at: more.openedAt ? at(more.openedAt) : null,
        merged_at: more.mergedAt,
        labels: '[]',
        reverts: '[]',
        flags: JSON.stringify(more.flags ?? []),
        demo: false,
      })
      .returning('id');
    return id;
  }

  async incident(
    id: string,
    services: { name: string; owner?: string }[],
    openedAt: string,
    resolvedAt: string | null,
  ): Promise<void> {
    await this.#knex('dora_incidents').insert({
      id,
      source: 'alertmanager',
      external_id: id,
      title: `Incident ${id}`,
      production: true,
      opened_at: at(openedAt),
      resolved_at: resolvedAt && at(resolvedAt),
      demo: false,
    });
    await this.#knex('dora_incident_services').insert(
      services.map(({ name, owner }) => ({
        incident_id: id,
        entity_ref: `component:default/${name}`,
        owner_ref: owner ?? null,
        opened_at: at(openedAt),
      })),
    );
    await this.#mark(openedAt, resolvedAt ?? undefined);
  }

  /** An event of the log, as evidence of a deployment or of nothing. */
  async event(
    id: string,
    happenedAt: string,
    more: Partial<{
      type: string;
      source: string;
      sourceType: string;
      service: string;
      subject: string;
      environment: string;
      version: string;
      superseded: boolean;
      deployment: string;
      evidence: string;
    }> = {},
  ): Promise<void> {
    await this.#knex('dora_events').insert({
      source: more.source ?? 'gitops:gitops.git',
      source_type: more.sourceType ?? 'gitops',
      external_id: id,
      revision: 0,
      type: more.type ?? 'deployment',
      at: at(happenedAt),
      received_at: at(happenedAt),
      subject: more.subject ?? `dora-service:${more.service}`,
      entity_ref: more.service ? `component:default/${more.service}` : null,
      environment: more.environment ?? 'production',
      version: more.version ?? id,
      superseded: more.superseded ?? false,
      deployment_id: more.deployment ?? null,
      payload: JSON.stringify({ id, evidence: more.evidence }),
    });
  }

  async #mark(...instants: (string | undefined)[]): Promise<void> {
    const known = instants.flatMap(instant => (instant ? [at(instant)] : []));
    await this.#knex.transaction(tx => this.#days.mark(tx, new Set(known)));
  }
}
