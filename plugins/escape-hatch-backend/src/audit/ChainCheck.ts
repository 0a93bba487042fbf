import type {
  AuditEntry,
  AuditVerification,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { auditHash } from './auditHash';
import { type AuditRow, toAuditEntry, toAuditRow } from './AuditRow';
import type { TransitionDetails } from './TransitionDetails';

/** The hash before the first row. */
const ORIGIN = '0'.repeat(64);

/** How a request stands after its last row. */
export interface LastEntry {
  seq: number;
  version: number;
  status: AuditEntry['to'];
  /** Digest of its content. */
  content: string | undefined;
}

/** Walks the rows of the trail in their order and remembers the first that does not follow the one before. */
export class ChainCheck {
  /** By request. */
  readonly last = new Map<string, LastEntry>();
  rows = 0;
  head = ORIGIN;
  broken: AuditVerification['firstBroken'];

  add(row: AuditRow): void {
    this.rows++;
    if (this.broken) {
      return;
    }
    const expected = this.rows;
    if (row.seq !== expected) {
      // What is missing, not what comes after it, is what was tampered with.
      const seq = Math.min(row.seq, expected);
      const reason =
        row.seq > expected
          ? `Row ${expected} is missing.`
          : `There is a row with the number ${row.seq}.`;
      this.broken = { seq, reason };
      return;
    }
    const reason = this.#problemOf(row);
    if (reason) {
      this.broken = { seq: row.seq, requestId: row.request_id, reason };
    }
  }

  /** Compares the end of the trail with what the last transition left. */
  end(head: { seq: number; hash: string | null | undefined }): void {
    if (this.broken) {
      return;
    }
    if (head.seq !== this.rows) {
      const seq = Math.min(head.seq, this.rows) + 1;
      const reason =
        head.seq > this.rows
          ? `Rows from ${seq} to ${head.seq} are missing.`
          : `The trail is said to end with row ${head.seq}.`;
      this.broken = { seq, reason };
    } else if (head.hash !== this.head) {
      const reason = 'The hash that the trail is said to end with is another.';
      this.broken = { seq: this.rows, reason };
    }
  }

  #problemOf(row: AuditRow): string | undefined {
    const entry = read(row);
    if (!entry) {
      return 'The row cannot be read.';
    }
    const { hash, ...rest } = entry;
    if (entry.prevHash !== this.head) {
      return 'It does not follow the row before: that has another hash.';
    }
    if (auditHash(rest) !== hash || !isAsWritten(row, entry)) {
      return 'It is not what its hash was made of.';
    }
    this.head = hash;
    const before = this.last.get(entry.requestId);
    if (
      entry.version !== (before?.version ?? 0) + 1 ||
      entry.from !== (before?.status ?? null)
    ) {
      return 'It does not follow the state that the request had.';
    }
    this.last.set(entry.requestId, {
      seq: entry.seq,
      version: entry.version,
      status: entry.to,
      content: (entry.details as Partial<TransitionDetails>).content,
    });
    return undefined;
  }
}

function read(row: AuditRow): AuditEntry | undefined {
  try {
    return toAuditEntry(row);
  } catch {
    return undefined;
  }
}

/** The text of the details is part of the row; another text of the same value was not written by the plugin. */
function isAsWritten(row: AuditRow, entry: AuditEntry): boolean {
  return toAuditRow(entry).details === row.details;
}
