// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dora_rules', table => {
    table.comment('Settings that facts are derived by: one row');
    table.integer('id').primary().comment('Always 1');
    table.text('rules').notNullable().comment('JSON');
  });

  await knex.schema.createTable('dora_outdated', table => {
    table.comment('Services with facts that were derived by other settings');
    table.string('entity_ref').primary();
    table
      .boolean('rezoned')
      .notNullable()
      .comment('Their days are those of another time zone');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_outdated');
  await knex.schema.dropTable('dora_rules');
};
