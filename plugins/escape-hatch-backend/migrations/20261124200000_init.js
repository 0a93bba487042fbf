// @ts-check

/**
 * Instants are milliseconds since the epoch, UTC. People and groups are full, lower-case entity refs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('escape_hatch_requests', table => {
    table.comment(
      'Requests and what became of them; derived states are not stored',
    );
    table.string('id', 36).primary();
    table.integer('number').notNullable().unique().comment('For people: #14');
    table
      .integer('version')
      .notNullable()
      .comment('Optimistic lock: goes up with every transition and edit');
    table.string('status', 20).notNullable();
    table.text('entity_ref').notNullable();
    table.string('entity_uid', 64).notNullable();
    table.text('owner_ref').notNullable().comment('First owner, for lists');
    table
      .text('owners')
      .notNullable()
      .comment('JSON: all owners it is bound to');
    table.text('requester').notNullable();
    table
      .text('editors')
      .notNullable()
      .comment('JSON: everybody who ever edited it, the requester included');
    table
      .text('content')
      .notNullable()
      .comment('JSON of RequestContent, rules as ids');
    table.string('risk_level', 6).notNullable();
    table.bigInteger('starts_at').nullable().comment('Null: on approval');
    table.bigInteger('expires_at').notNullable().comment('Exclusive');
    table
      .text('stages')
      .notNullable()
      .comment(
        'JSON of the stages as configured when it was submitted; [] of a draft',
      );
    table
      .integer('stage')
      .nullable()
      .comment('Index of the stage that waits; null unless submitted');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('submitted_at').nullable();
    table
      .bigInteger('waiting_since')
      .nullable()
      .comment('Of the current stage, or for the requester');
    table.bigInteger('approved_at').nullable();
    table
      .bigInteger('active_from')
      .nullable()
      .comment('Later of approval and asked start');
    table.bigInteger('reviewed_at').nullable().comment('Last quarterly review');
    table
      .bigInteger('ended_at')
      .nullable()
      .comment('Rejected, withdrawn, lapsed, revoked or superseded');
    table.bigInteger('last_used_at').nullable();
    table.string('renewal_of', 36).nullable();
    table.string('superseded_by', 36).nullable();
    table.integer('chain_length').notNullable().defaultTo(1);
    table
      .bigInteger('chain_since')
      .nullable()
      .comment('Begin of the first of the chain');
    table
      .bigInteger('owner_changed_at')
      .nullable()
      .comment('Null again once confirmed');
    table
      .bigInteger('absent_since')
      .nullable()
      .comment('First reconciliation that missed the entity');
    table
      .boolean('stalled')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Nobody could decide it when it, or what the catalog says of it, last changed; for lists',
      );
    // All that inboxes ask of approved ones, so that none of their wide rows is read.
    table.index(
      ['status', 'expires_at', 'active_from', 'reviewed_at', 'number', 'id'],
      'escape_hatch_requests_status_idx',
    );
    table.index(['entity_ref', 'status'], 'escape_hatch_requests_entity_idx');
    table.index(['owner_ref', 'status'], 'escape_hatch_requests_owner_idx');
    table.index(['requester', 'status'], 'escape_hatch_requests_requester_idx');
    table.index(
      ['status', 'waiting_since', 'number'],
      'escape_hatch_requests_waiting_idx',
    );
    table.index(
      ['stalled', 'waiting_since'],
      'escape_hatch_requests_stalled_idx',
    );
    table.index(['renewal_of'], 'escape_hatch_requests_renewal_idx');
    table.index(['owner_changed_at'], 'escape_hatch_requests_changed_idx');
    table.index(['submitted_at'], 'escape_hatch_requests_submitted_idx');
  });

  await knex.schema.createTable('escape_hatch_request_rules', table => {
    table.comment('Rules of the current content');
    table.string('request_id', 36).notNullable();
    table.string('rule', 63).notNullable();
    table.primary(['request_id', 'rule']);
    table.index(['rule', 'request_id'], 'escape_hatch_request_rules_rule_idx');
  });

  await knex.schema.createTable('escape_hatch_request_parties', table => {
    table.comment(
      'Who has to do with a request, for lists that are filtered by permission',
    );
    table.string('request_id', 36).notNullable();
    table
      .string('role', 10)
      .notNullable()
      .comment(
        'requester, owner, approver (of any stage), final (of the last one) or waiting (of the current one)',
      );
    table.text('ref').notNullable().comment('User or group');
    table.primary(['request_id', 'role', 'ref']);
    table.index(
      ['ref', 'role', 'request_id'],
      'escape_hatch_request_parties_ref_idx',
    );
  });

  await knex.schema.createTable('escape_hatch_approvals', table => {
    table.comment(
      'Approvals that bind the current content; an edit deletes them, the audit trail keeps them',
    );
    table.string('request_id', 36).notNullable();
    table.integer('stage').notNullable().comment('Index');
    table.text('approver').notNullable();
    table.bigInteger('at').notNullable();
    table.text('comment').nullable();
    table.text('resolved_from').notNullable().comment('JSON: the resolved set');
    table.text('reason').notNullable();
    table.primary(['request_id', 'stage']);
    table.unique(['request_id', 'approver']);
  });

  await knex.schema.createTable('escape_hatch_versions', table => {
    table.comment('What each version of the content said');
    table.string('request_id', 36).notNullable();
    table.integer('version').notNullable();
    table.bigInteger('at').notNullable();
    table.text('actor').notNullable();
    table.string('action', 20).notNullable();
    table.text('content').notNullable().comment('JSON of RequestContent');
    table.primary(['request_id', 'version']);
  });

  await knex.schema.createTable('escape_hatch_claims', table => {
    table.comment(
      'Locked by submissions, so that of two overlapping ones one sees the other',
    );
    table.text('entity_ref').notNullable();
    table.string('rule', 63).notNullable();
    table.integer('turns').notNullable().defaultTo(0);
    table.primary(['entity_ref', 'rule']);
  });

  await knex.schema.createTable('escape_hatch_audit', table => {
    table.comment(
      'Hash-chained: one row per transition, never changed or deleted',
    );
    table.integer('seq').primary();
    table.bigInteger('at').notNullable();
    table.string('request_id', 36).notNullable();
    table.string('action', 20).notNullable();
    table.text('actor').notNullable().comment('User, or portal');
    table.string('from_status', 20).nullable();
    table.string('to_status', 20).notNullable();
    table.integer('version').notNullable();
    table.text('details').notNullable().comment('Canonical JSON');
    table.string('prev_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.unique(['request_id', 'version']);
  });

  await refuseChanges(knex);

  await knex.schema.createTable('escape_hatch_heads', table => {
    table.comment(
      'One row each: end of the audit trail, last number, newest instant seen',
    );
    table.string('name', 20).primary();
    table.bigInteger('value').notNullable();
    table.string('hash', 64).nullable();
  });
  await knex('escape_hatch_heads').insert([
    { name: 'audit', value: 0, hash: '0'.repeat(64) },
    { name: 'number', value: 0, hash: null },
    { name: 'clock', value: 0, hash: null },
  ]);

  await knex.schema.createTable('escape_hatch_outbox', table => {
    table.comment(
      'What others are to be told, written with the transition and retried until it is told',
    );
    table.string('id', 36).primary();
    table
      .string('kind', 20)
      .notNullable()
      .comment('notification, issue or audit-log');
    table.string('request_id', 36).nullable();
    table
      .text('key')
      .notNullable()
      .unique()
      .comment('Makes it once only, such as <request>:reminder:5');
    table.text('payload').notNullable().comment('JSON');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('done_at').nullable();
    table.text('error').nullable();
    table.index(['done_at', 'due_at'], 'escape_hatch_outbox_due_idx');
  });

  await knex.schema.createTable('escape_hatch_issues', table => {
    table.comment(
      'Issues of the platform repository; a row is there before its issue, so that no issue is made twice',
    );
    table
      .string('subject', 100)
      .primary()
      .comment('request:<id>, or rule:<id>:<n> for the nth of a rule');
    table.string('request_id', 36).nullable().unique();
    table
      .string('rule', 63)
      .nullable()
      .comment('Of an issue that asks for a change of the golden path');
    table
      .string('marker', 36)
      .notNullable()
      .comment('Hidden in the issue; nobody can know it before');
    table.text('url').nullable().comment('Null: perhaps not made yet');
    table.integer('issue').nullable().comment('Its number');
    table.text('state').nullable().comment('JSON: what was last mirrored');
    table
      .bigInteger('held_until')
      .notNullable()
      .defaultTo(0)
      .comment('One replica at a time works on it');
    table.bigInteger('created_at').notNullable();
    table.index(['rule'], 'escape_hatch_issues_rule_idx');
  });

  await knex.schema.createTable('escape_hatch_checks', table => {
    table.comment('Last result of the check behind a rule, as others say it');
    table.text('entity_ref').notNullable();
    table.string('rule', 63).notNullable();
    table
      .boolean('passes')
      .notNullable()
      .comment('Without regard to an exemption');
    table
      .bigInteger('since')
      .notNullable()
      .comment('First of the unbroken run of this result');
    table.bigInteger('observed_at').notNullable();
    table
      .bigInteger('other_at')
      .nullable()
      .comment('Newest of the opposite result');
    table.primary(['entity_ref', 'rule']);
    table.index(['observed_at'], 'escape_hatch_checks_observed_idx');
  });

  await knex.schema.createTable('escape_hatch_signals', table => {
    table.comment(
      'Rules that so many leave that the golden path needs updating, as long as that is so',
    );
    table.string('rule', 63).primary();
    table.bigInteger('since').notNullable().comment('When it was found');
  });
};

/**
 * The database itself refuses to change or delete rows of the audit trail. Whoever takes the triggers away first is
 * found by the chain of hashes.
 *
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  const reason = 'escape_hatch_audit takes new rows only';
  if (knex.client.config.client.includes('sqlite')) {
    for (const change of ['update', 'delete']) {
      await knex.raw(
        `create trigger escape_hatch_audit_no_${change} before ${change} on escape_hatch_audit begin select raise(abort, '${reason}'); end`,
      );
    }
    return;
  }
  await knex.raw(
    `create function escape_hatch_audit_refuse() returns trigger language plpgsql as $$ begin raise exception '${reason}'; end $$`,
  );
  await knex.raw(
    `create trigger escape_hatch_audit_no_change before update or delete or truncate on escape_hatch_audit for each statement execute function escape_hatch_audit_refuse()`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'signals',
    'checks',
    'issues',
    'outbox',
    'heads',
    'audit',
    'claims',
    'versions',
    'approvals',
    'request_parties',
    'request_rules',
    'requests',
  ]) {
    await knex.schema.dropTable(`escape_hatch_${table}`);
  }
  if (!knex.client.config.client.includes('sqlite')) {
    await knex.raw('drop function escape_hatch_audit_refuse()');
  }
};
