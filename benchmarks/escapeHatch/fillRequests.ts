import type { Knex } from 'knex';
import { auditHash } from '../../plugins/escape-hatch-backend/src/audit/auditHash';
import { toAuditRow } from '../../plugins/escape-hatch-backend/src/audit/AuditRow';
import { digest } from '../../plugins/escape-hatch-backend/src/audit/digest';
import { toRequestRow } from '../../plugins/escape-hatch-backend/src/requests/RequestRow';
import { partiesOf } from '../../plugins/escape-hatch-backend/src/requests/transitions/partiesOf';
import { stagesOf } from '../../plugins/escape-hatch-backend/src/rules/stagesOf';
import type { EscapeHatchSettings } from '../../plugins/escape-hatch-backend/src/settings';
import { range } from '../support/range';
import { lifeOf, type Life } from './lifeOf';

/** Requests that are written at once. */
const LOT = 500;

/** Writes requests with parties, versions and a valid audit trail, as their transitions would have done. */
export async function fillRequests(
  knex: Knex,
  options: {
    requests: number;
    settings: EscapeHatchSettings;
    now: number;
    uids: Map<string, string>;
  },
): Promise<void> {
  const { requests, settings, now, uids } = options;
  const rule = settings.rules.get('probes')!;
  const trail = { seq: 0, hash: '0'.repeat(64) };
  for (let start = 0; start < requests; start += LOT) {
    const lives = range(Math.min(LOT, requests - start)).map(offset =>
      lifeOf(start + offset, {
        now,
        uids,
        stagesOf: riskLevel => stagesOf({ rules: [rule], riskLevel }),
      }),
    );
    await writeLives(knex, lives, trail);
  }
  await head(knex, 'audit').update({ value: trail.seq, hash: trail.hash });
  await head(knex, 'number').update({ value: requests });
  // What autovacuum does.
  await knex.raw('vacuum analyze');
}

function head(knex: Knex, name: string): Knex.QueryBuilder {
  return knex('escape_hatch_heads').where('name', name);
}

async function writeLives(
  knex: Knex,
  lives: Life[],
  trail: { seq: number; hash: string },
): Promise<void> {
  const records = lives.map(({ record }) => record);
  const ofEach = (rows: (life: Life) => object[]) => lives.flatMap(rows);
  await insert(
    knex,
    'requests',
    records.map(record => toRequestRow(record)),
  );
  await insert(
    knex,
    'request_rules',
    records.map(({ id, content }) => ({
      request_id: id,
      rule: content.rules[0],
    })),
  );
  await insert(
    knex,
    'request_parties',
    ofEach(({ record }) => {
      const stage = record.stages[record.stage ?? -1];
      const waiting = (stage?.approvers ?? []).flatMap(ref =>
        ref === 'owner' ? record.owners : [ref],
      );
      return partiesOf(record, waiting).map(party => ({
        request_id: record.id,
        ...party,
      }));
    }),
  );
  await insert(
    knex,
    'approvals',
    ofEach(({ record }) =>
      record.approvals.map(approval => ({
        request_id: record.id,
        stage: approval.stage,
        approver: approval.approver,
        at: approval.at,
        resolved_from: JSON.stringify(approval.resolvedFrom),
        reason: approval.reason,
      })),
    ),
  );
  await insert(
    knex,
    'versions',
    lives.map(({ record, steps: [create] }) => ({
      request_id: record.id,
      version: 1,
      at: create.at,
      actor: create.actor,
      action: create.action,
      content: JSON.stringify(record.content),
    })),
  );
  await insert(
    knex,
    'audit',
    ofEach(({ record, steps }) => {
      const content = digest(record.content);
      return steps.map((step, index) => {
        const unsigned = {
          seq: ++trail.seq,
          at: new Date(step.at).toISOString(),
          requestId: record.id,
          action: step.action,
          actor: step.actor,
          from: index === 0 ? null : steps[index - 1].to,
          to: step.to,
          version: index + 1,
          details: { content },
          prevHash: trail.hash,
        };
        trail.hash = auditHash(unsigned);
        return toAuditRow({ ...unsigned, hash: trail.hash });
      });
    }),
  );
}

async function insert(
  knex: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  await knex.batchInsert(`escape_hatch_${table}`, rows, LOT);
}
