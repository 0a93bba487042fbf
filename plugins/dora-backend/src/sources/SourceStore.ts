import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { toInstant } from '../database/instants';
import { estimateSeconds, type SourceProgress } from './SourceProgress';

const MAX_WARNINGS = 20;
const MAX_TEXT = 1_000;

interface SourceRow {
  id: string;
  type: string;
  state: DoraSourceStatus['state'];
  cursor: string | null;
  last_seen_at: number | string | null;
  progress: string | null;
  pass_started_at: number | string | null;
  error: string | null;
  warnings: string;
}

/** Sources: where they go on, and how they fare. */
export class SourceStore {
  /** A source's pass begins. The instant identifies the pass: what an earlier one still writes is refused. */
  async begin(
    db: Knex,
    source: { id: string; type: string; at: number },
  ): Promise<void> {
    await this.#make(db, source);
    await db<SourceRow>('dora_sources')
      .where('id', source.id)
      .update({ type: source.type, pass_started_at: source.at });
  }

  /** The source delivers. Until its first pass is through, there is more to come. */
  async alive(db: Knex, id: string): Promise<void> {
    await db<SourceRow>('dora_sources')
      .where('id', id)
      .whereNull('last_seen_at')
      .whereNot('state', 'backfilling')
      .update({ state: 'backfilling', error: null });
  }

  /** A source's pass has reached the end. */
  async succeed(
    db: Knex,
    pass: { id: string; startedAt: number; at: number },
  ): Promise<void> {
    await this.#ofPass(db, pass).update({
      state: 'ok',
      last_seen_at: pass.at,
      progress: null,
      pass_started_at: null,
      error: null,
    });
  }

  /** A source's pass has failed; what it recorded stays. */
  async fail(
    db: Knex,
    pass: { id: string; startedAt: number; error: string },
  ): Promise<void> {
    await this.#ofPass(db, pass).update({
      state: 'failing',
      error: shorten(pass.error),
      pass_started_at: null,
    });
  }

  /** A source that is not asked but sends by itself has sent something. */
  async seen(
    db: Knex,
    source: { id: string; type: string; at: number },
  ): Promise<void> {
    await this.#make(db, source);
    await db<SourceRow>('dora_sources')
      .where('id', source.id)
      .update({ state: 'ok', last_seen_at: source.at, error: null });
  }

  async cursor(db: Knex, id: string): Promise<unknown> {
    const row = await db<SourceRow>('dora_sources').where('id', id).first();
    return row?.cursor ? JSON.parse(row.cursor) : undefined;
  }

  /** @throws ConflictError when another pass has begun meanwhile */
  async saveCursor(
    tx: Knex.Transaction,
    pass: { id: string; startedAt: number; cursor: unknown },
  ): Promise<void> {
    const saved = await this.#ofPass(tx, pass).update({
      cursor: JSON.stringify(pass.cursor),
    });
    if (saved === 0) {
      throw new ConflictError(
        `Source '${pass.id}' is collected by another process by now`,
      );
    }
  }

  async progress(db: Knex, id: string): Promise<SourceProgress | undefined> {
    const row = await db<SourceRow>('dora_sources').where('id', id).first();
    return row?.progress ? JSON.parse(row.progress) : undefined;
  }

  async saveProgress(
    db: Knex,
    pass: { id: string; startedAt: number; progress: SourceProgress },
  ): Promise<void> {
    await this.#ofPass(db, pass).update({
      progress: JSON.stringify(pass.progress),
    });
  }

  /** Adds warnings, of which the newest are kept. One that is repeated moves to the end. */
  async warn(db: Knex, id: string, messages: string[]): Promise<void> {
    const row = await db<SourceRow>('dora_sources').where('id', id).first();
    if (!row) {
      return;
    }
    const kept = new Set<string>(JSON.parse(row.warnings));
    for (const message of messages.map(shorten)) {
      kept.delete(message);
      kept.add(message);
    }
    await db<SourceRow>('dora_sources')
      .where('id', id)
      .update({ warnings: JSON.stringify([...kept].slice(-MAX_WARNINGS)) });
  }

  /** How all sources fare that ever began or sent, by id. */
  async list(db: Knex, now: number): Promise<DoraSourceStatus[]> {
    const rows = await db<SourceRow>('dora_sources').orderBy('id');
    return rows.map(row => toStatus(row, now));
  }

  async #make(db: Knex, source: { id: string; type: string }): Promise<void> {
    await db('dora_sources')
      .insert({
        id: source.id,
        type: source.type,
        state: 'waiting',
        warnings: '[]',
      })
      .onConflict('id')
      .ignore();
  }

  #ofPass(db: Knex, pass: { id: string; startedAt: number }) {
    return db<SourceRow>('dora_sources').where({
      id: pass.id,
      pass_started_at: pass.startedAt,
    });
  }
}

function shorten(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_TEXT);
}

function toStatus(row: SourceRow, now: number): DoraSourceStatus {
  const progress: SourceProgress | undefined = row.progress
    ? JSON.parse(row.progress)
    : undefined;
  return {
    id: row.id,
    type: row.type,
    state: row.state,
    lastSeenAt:
      row.last_seen_at === null ? null : toInstant(Number(row.last_seen_at)),
    ...(progress && {
      progress: {
        done: progress.done,
        total: progress.total,
        etaSeconds: estimateSeconds(progress, now),
      },
      ...(progress.completeFrom && { completeFrom: progress.completeFrom }),
    }),
    ...(row.error !== null && { error: row.error }),
    warnings: JSON.parse(row.warnings),
  };
}
