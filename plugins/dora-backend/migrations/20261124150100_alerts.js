// @ts-check

/**
 * Instants are milliseconds since the epoch, UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dora_alerts', table => {
    table.comment('Alerts of Alertmanager that incidents are made of');
    table.string('group_id', 32).notNullable().comment('Digest of groupKey');
    table.string('fingerprint', 64).notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').nullable().comment('Null while it fires');
    table.text('details').notNullable().comment('JSON');
    table
      .integer('revision')
      .notNullable()
      .comment('Grows with what becomes known');
    table.primary(['group_id', 'fingerprint', 'starts_at']);
    table.index(['ends_at'], 'dora_alerts_ends_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_alerts');
};
