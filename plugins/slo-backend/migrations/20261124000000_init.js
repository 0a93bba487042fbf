// @ts-check

/**
 * All instants are seconds since the epoch, UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_entities', table => {
    table.comment('Catalog entities that name SLO documents');
    table.string('entity_ref').primary();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.text('annotation').notNullable().comment('Value of the annotation');
    table.text('prometheus').nullable().comment('Value of the annotation');
    table.text('looked_in').notNullable().comment('Where documents are read');
    table
      .string('reason', 16)
      .nullable()
      .comment('Why there is no SLO: no-match or all-broken');
    table.text('problems').notNullable().comment('JSON list of problems');
    table.boolean('demo').notNullable().comment('Pushed data are made up');
    table.text('etags').notNullable().comment('JSON, pattern to etag');
    table.bigInteger('checked_at').notNullable();
  });

  await knex.schema.createTable('slos', table => {
    table.comment('Service level objectives, as last read without an error');
    table.string('id', 32).primary().comment('From entity and name');
    table.string('entity_ref').notNullable();
    table.string('name').notNullable();
    table.text('definition').notNullable().comment('JSON SloDefinition');
    table.string('fingerprint', 64).notNullable().comment('Of the indicator');
    table.integer('generation').notNullable();
    table.string('source_type').notNullable().comment('prometheus, push, …');
    table.text('source_name').nullable();
    table.text('document').notNullable().comment('JSON DocumentStatus');
    table.text('latched').notNullable().comment('JSON latched thresholds');
    table.bigInteger('notified_at').nullable().comment('Of stale or partial');
    table
      .bigInteger('retired_at')
      .nullable()
      .comment('When document or entity ceased to have it');
    table.index(['entity_ref'], 'slos_entity_ref_idx');
  });

  await knex.schema.createTable('slo_series', table => {
    table.comment('One per SLO and generation of its query');
    table.increments('series_id');
    table
      .string('slo_id', 32)
      .notNullable()
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE');
    table.integer('generation').notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('until').nullable();
    table.double('final_consumed').nullable();
    table.integer('tile_seconds').nullable().comment('Width of base tiles');
    table.bigInteger('first_start').nullable();
    table.bigInteger('watermark').nullable().comment('End of the newest tile');
    table
      .bigInteger('asked_to')
      .nullable()
      .comment('The source was asked for tiles up to here');
    table
      .bigInteger('loaded_from')
      .nullable()
      .comment('Backfill: tiles from here on were asked for');
    table
      .bigInteger('source_from')
      .nullable()
      .comment('Backfill: the source holds tiles from here on');
    table.bigInteger('compacted_to').nullable();
    table.bigInteger('judged_to').nullable();
    table.integer('empty_passes').notNullable().defaultTo(0);
    table.text('source_error').nullable().comment('JSON message and since');
    table.text('source_warnings').notNullable().defaultTo('[]');
    table.unique(['slo_id', 'generation'], {
      indexName: 'slo_series_slo_generation_uniq',
    });
  });

  await knex.schema.createTable('slo_tiles', table => {
    table.comment('Measured stretches of time with cumulative sums');
    table
      .integer('series_id')
      .notNullable()
      .references('series_id')
      .inTable('slo_series')
      .onDelete('CASCADE');
    table.bigInteger('tile_end').notNullable();
    table.integer('seconds').notNullable();
    table.integer('covered').notNullable().comment('Measured seconds');
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.integer('anomalies').notNullable();
    table.double('cum_covered').notNullable();
    table.double('cum_good').notNullable();
    table.double('cum_total').notNullable();
    table.double('cum_anomalies').notNullable();
    table.primary(['series_id', 'tile_end']);
  });

  await knex.schema.createTable('slo_days', table => {
    table.comment('Base tiles of a day, where hours cannot replace them');
    table
      .integer('series_id')
      .notNullable()
      .references('series_id')
      .inTable('slo_series')
      .onDelete('CASCADE');
    table.integer('day').notNullable().comment('Days since the epoch');
    table.text('tiles').notNullable().comment('JSON, one place per base tile');
    table.primary(['series_id', 'day']);
  });

  await knex.schema.createTable('slo_statuses', table => {
    table.comment('State of each SLO at its watermark, for reads');
    table
      .string('slo_id', 32)
      .primary()
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE');
    table.double('remaining').nullable();
    table.string('state', 16).notNullable().comment('Without staleness');
    table.bigInteger('stale_after').nullable();
    table.string('effect', 8).nullable().comment('Of the active policy');
    table.boolean('firing').notNullable();
    table.text('status').notNullable().comment('JSON of the computed part');
  });

  await knex.schema.createTable('slo_policy_changes', table => {
    table.comment('When policy actions began and ceased to hold');
    table.increments('change_id');
    table
      .string('slo_id', 32)
      .notNullable()
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE');
    table.bigInteger('at').notNullable();
    table.double('threshold').notNullable();
    table.text('action').notNullable();
    table.string('effect', 8).notNullable();
    table.boolean('entered').notNullable();
    table.double('consumed').notNullable();
    table.index(['slo_id', 'at'], 'slo_policy_changes_slo_at_idx');
  });

  await knex.schema.createTable('slo_marks', table => {
    table.comment('Deployments and incidents beside the burn-down');
    table.string('mark_key').primary().comment('Makes repeated events one');
    table.string('entity_ref').notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('until').nullable();
    table.string('kind', 24).notNullable();
    table.text('title').notNullable();
    table.text('url').nullable();
    table.index(['entity_ref', 'at'], 'slo_marks_entity_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'slo_marks',
    'slo_policy_changes',
    'slo_statuses',
    'slo_days',
    'slo_tiles',
    'slo_series',
    'slos',
    'slo_entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};
