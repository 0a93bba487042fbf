import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { AuditTrail } from '../../audit/AuditTrail';
import { digest } from '../../audit/digest';
import { transitionMessages } from '../../notifications/transitionMessages';
import type { Outbox } from '../../outbox/Outbox';
import type { EscapeHatchSettings } from '../../settings';
import type { HatchRecord } from '../HatchRecord';
import { toRequestRow } from '../RequestRow';
import { partiesOf } from './partiesOf';
import type { Transition } from './Transition';

/**
 * Writes transitions: the request by a conditional update, what hangs on it, one row of the audit trail and what
 * others are to be told, all in the caller's transaction.
 */
export class TransitionWriter {
  readonly #audit: Pick<AuditTrail, 'append'>;
  readonly #outbox: Pick<Outbox, 'add'>;
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    audit: Pick<AuditTrail, 'append'>;
    outbox: Pick<Outbox, 'add'>;
    settings: EscapeHatchSettings;
  }) {
    this.#audit = options.audit;
    this.#outbox = options.outbox;
    this.#settings = options.settings;
  }

  /** @throws ConflictError where somebody else was faster */
  async write(tx: Knex.Transaction, transition: Transition): Promise<void> {
    const { before, after, action, actor, details } = transition;
    await this.#request(tx, transition);
    if (before?.content !== after.content) {
      await this.#content(tx, transition);
    }
    if (before && before.approvals !== after.approvals) {
      await this.#approvals(tx, after);
    }
    await this.#parties(tx, transition);
    for (const message of transitionMessages(transition, this.#settings)) {
      await this.#outbox.add({ ...message, tx });
    }
    // Last, for the trail has one end, and nobody else can add to it until the transaction ends.
    await this.#audit.append({
      tx,
      at: after.updatedAt,
      requestId: after.id,
      action,
      actor,
      from: before?.status ?? null,
      to: after.status,
      version: after.version,
      details: { ...details, content: digest(after.content) },
    });
  }

  async #request(tx: Knex, transition: Transition): Promise<void> {
    const { before, after, stalled = false } = transition;
    const row = { ...toRequestRow(after), stalled };
    if (!before) {
      await tx('escape_hatch_requests').insert(row);
      return;
    }
    const { id, version, status } = before;
    const updated = await tx('escape_hatch_requests')
      .where({ id, version, status })
      .update(row);
    if (updated !== 1) {
      throw new ConflictError(
        `Request #${before.number} is not version ${version} any more: somebody else was faster`,
      );
    }
  }

  async #content(tx: Knex, transition: Transition): Promise<void> {
    const { before, after, action, actor } = transition;
    const { id, version, updatedAt, content } = after;
    await tx('escape_hatch_versions').insert({
      request_id: id,
      version,
      at: updatedAt,
      actor,
      action,
      content: JSON.stringify(content),
    });
    if (before) {
      await tx('escape_hatch_request_rules').where('request_id', id).delete();
    }
    await tx('escape_hatch_request_rules').insert(
      content.rules.map(rule => ({ request_id: id, rule })),
    );
  }

  async #approvals(tx: Knex, record: HatchRecord): Promise<void> {
    await tx('escape_hatch_approvals').where('request_id', record.id).delete();
    if (record.approvals.length > 0) {
      await tx('escape_hatch_approvals').insert(
        record.approvals.map(approval => ({
          request_id: record.id,
          stage: approval.stage,
          approver: approval.approver,
          at: approval.at,
          comment: approval.comment ?? null,
          resolved_from: JSON.stringify(approval.resolvedFrom),
          reason: approval.reason,
        })),
      );
    }
  }

  async #parties(tx: Knex, { before, after, waiting }: Transition) {
    if (before) {
      await tx('escape_hatch_request_parties')
        .where('request_id', after.id)
        .delete();
    }
    const parties = partiesOf(after, waiting);
    if (parties.length > 0) {
      await tx('escape_hatch_request_parties').insert(
        parties.map(party => ({ request_id: after.id, ...party })),
      );
    }
  }
}
