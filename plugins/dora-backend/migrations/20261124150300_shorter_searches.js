// @ts-check

/**
 * Indexes in which a search reads what it finds and nothing else, however long the history of a service is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('dora_events', table => {
    table.dropIndex([], 'dora_events_lane_idx');
    table.index(['entity_ref', 'at'], 'dora_events_entity_idx');
  });
  await knex.schema.alterTable('dora_deployments', table => {
    table.dropIndex([], 'dora_deployments_failed_idx');
    table.index(['entity_ref', 'finished_at'], 'dora_deployments_failing_idx', {
      predicate: knex.whereRaw('failed = true'),
    });
    table.index(
      ['entity_ref', 'environment', 'version', 'finished_at'],
      'dora_deployments_version_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('dora_deployments', table => {
    table.dropIndex([], 'dora_deployments_version_idx');
    table.dropIndex([], 'dora_deployments_failing_idx');
    table.index(['entity_ref'], 'dora_deployments_failed_idx', {
      predicate: knex.whereRaw('failed = true'),
    });
  });
  await knex.schema.alterTable('dora_events', table => {
    table.dropIndex([], 'dora_events_entity_idx');
    table.index(['entity_ref', 'environment', 'at'], 'dora_events_lane_idx');
  });
};
