import type { FileAnswer } from '@golden-path/backstage-http-api';
import { phaseOf } from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../database/instants';
import type { HatchRecord } from '../requests/HatchRecord';
import { type Cell, toCsv } from './toCsv';

/** Requests as a table, with their states at `now` (ms). */
export function requestsCsv(
  pages: AsyncIterable<HatchRecord[]>,
  now: number,
): FileAnswer {
  return toCsv({
    fileName: 'escape-hatches.csv',
    columns: [
      'number',
      'id',
      'service',
      'owners',
      'rules',
      'state',
      'waits_for',
      'risk',
      'category',
      'requester',
      'approvers',
      'created',
      'approved',
      'begins',
      'ends',
      'last_used',
      'justification',
      'risk_assessment',
      'mitigations',
    ],
    rows: rowsOf(pages, now),
  });
}

async function* rowsOf(
  pages: AsyncIterable<HatchRecord[]>,
  now: number,
): AsyncGenerator<Cell[][]> {
  for await (const page of pages) {
    yield page.map(record => toRow(record, now));
  }
}

function toRow(record: HatchRecord, now: number): Cell[] {
  const { content, stage, stages } = record;
  return [
    record.number,
    record.id,
    record.entityRef,
    record.owners.join(' '),
    content.rules.join(' '),
    phaseOf(record, now),
    stage === null ? null : stages[stage].title,
    content.riskLevel,
    content.category,
    record.requester,
    record.approvals.map(({ approver }) => approver).join(' '),
    toInstant(record.createdAt),
    optional(record.approvedAt),
    optional(record.activeFrom ?? record.startsAt),
    toInstant(record.expiresAt),
    optional(record.lastUsedAt),
    content.justification,
    content.riskAssessment,
    content.mitigations,
  ];
}

function optional(ms: number | null): Cell {
  return ms === null ? null : toInstant(ms);
}
