// @ts-check

/**
 * All instants are milliseconds since the epoch, UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dora_services', table => {
    table.comment('Components of the catalog, as events are mapped to them');
    table.string('entity_ref').primary();
    table.string('name').notNullable().comment('Name within its namespace');
    table.string('namespace').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('dora_service').nullable().comment('Value of the annotation');
    table.string('cdevents_id').nullable().comment('Value of the annotation');
    table.string('pagerduty_id').nullable().comment('Value of the annotation');
    table
      .string('repository')
      .nullable()
      .comment('Host and path of its sources, without scheme and .git');
    table.text('repository_url').nullable().comment('For cloning');
    table.boolean('demo').notNullable().defaultTo(false);
    table
      .boolean('pending')
      .notNullable()
      .defaultTo(false)
      .comment('Its facts have to be derived anew');
    table.bigInteger('removed_at').nullable().comment('Gone from the catalog');
    table.index(['repository'], 'dora_services_repository_idx');
  });

  await knex.schema.createTable('dora_ownership', table => {
    table.comment('Who owned a service when; the first interval begins at 0');
    table.string('entity_ref').notNullable();
    table.bigInteger('from_ms').notNullable();
    table.bigInteger('to_ms').nullable();
    table.string('owner_ref').nullable();
    table.primary(['entity_ref', 'from_ms']);
  });

  await knex.schema.createTable('dora_groups', table => {
    table.comment('Groups of the catalog with their parents');
    table.string('group_ref').primary();
    table.string('parent_ref').nullable();
    table.string('title').nullable();
  });

  await knex.schema.createTable('dora_events', table => {
    table.comment('Append-only log of what sources reported');
    table.bigIncrements('seq');
    table.string('source').notNullable();
    table.string('source_type', 32).notNullable();
    table.string('external_id', 512).notNullable();
    table.bigInteger('revision').notNullable();
    table.string('type', 16).notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('received_at').notNullable();
    table
      .string('subject', 512)
      .nullable()
      .comment('How the source names the service: by:value');
    table.string('entity_ref').nullable().comment('Null: maps to nothing yet');
    table.string('environment').nullable();
    table.string('version', 512).nullable();
    table
      .boolean('superseded')
      .notNullable()
      .comment('A later revision of the same id holds, or it was retracted');
    table
      .string('deployment_id', 32)
      .nullable()
      .comment('The deployment that it is evidence of');
    table.text('payload').notNullable().comment('JSON DoraEvent');
    table.unique(['source', 'external_id', 'revision'], {
      indexName: 'dora_events_identity_uniq',
    });
    table.index(['entity_ref', 'environment', 'at'], 'dora_events_lane_idx');
    table.index(['type', 'subject', 'version'], 'dora_events_subject_idx');
    table.index(['received_at'], 'dora_events_received_idx');
    table.index(['at', 'seq'], 'dora_events_time_idx');
    table.index(['deployment_id'], 'dora_events_deployment_idx');
  });

  await knex.schema.createTable('dora_deployments', table => {
    table.comment('Rollouts, each made from one event or several');
    table.string('id', 32).primary().comment('From its first event');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.boolean('production').notNullable();
    table.string('version', 512).notNullable();
    table.string('sha', 64).nullable().comment('Resolved commit');
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').notNullable();
    table
      .bigInteger('sequence')
      .notNullable()
      .defaultTo(0)
      .comment('Tells those of one instant apart');
    table.string('outcome', 8).notNullable().comment('success or failure');
    table
      .string('kind', 10)
      .notNullable()
      .comment('A DeploymentKind, import or removal');
    table.string('owner_ref').nullable().comment('Of the service then');
    table.text('flags').notNullable().comment('JSON list of words');
    table.text('sources').notNullable().comment('JSON list of source types');
    table.boolean('demo').notNullable();
    table
      .string('predecessor_id', 32)
      .nullable()
      .comment('Ran in the environment before');
    table.string('previous_version', 512).nullable();
    table
      .bigInteger('position')
      .nullable()
      .comment('Of its commit on the default branch; null: none or unresolved');
    table
      .bigInteger('high_water')
      .nullable()
      .comment('Greatest position that the environment has had, with this one');
    table
      .boolean('counted')
      .notNullable()
      .comment(
        'A successful production deployment in the sense of the metrics',
      );
    table.integer('changes').notNullable().comment('Changes it ships first');
    table.double('lead_median_seconds').nullable();
    table.boolean('failed').notNullable();
    table.bigInteger('recovered_at').nullable();
    table
      .string('recovered_by', 64)
      .nullable()
      .comment('Deployment or incident');
    table
      .boolean('rework')
      .notNullable()
      .comment('Unplanned: rollback, hotfix, revert or caused by an incident');
    table.string('rework_reason', 16).nullable();
    table.index(
      ['entity_ref', 'environment', 'finished_at'],
      'dora_deployments_lane_idx',
    );
    table.index(['entity_ref', 'finished_at'], 'dora_deployments_entity_idx');
    table.index(['entity_ref'], 'dora_deployments_failed_idx', {
      predicate: knex.whereRaw('failed = true'),
    });
    table.index(['production', 'finished_at'], 'dora_deployments_finished_idx');
    table.index(['finished_at', 'id'], 'dora_deployments_time_idx');
    table.index(['owner_ref', 'finished_at'], 'dora_deployments_owner_idx');
    table.index(['recovered_at'], 'dora_deployments_recovered_idx');
  });

  await knex.schema.createTable('dora_lanes', table => {
    table.comment('Environments that each service was rolled out to');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.boolean('production').notNullable();
    table.primary(['entity_ref', 'environment']);
  });

  await knex.schema.createTable('dora_changes', table => {
    table.comment('What reached the default branch of a repository');
    table.increments('id');
    table.string('repository').notNullable();
    table.string('sha', 64).notNullable();
    table
      .bigInteger('position')
      .nullable()
      .comment('In the first-parent history, or the merge instant without one');
    table.bigInteger('first_commit_at').notNullable();
    table.bigInteger('opened_at').nullable();
    table.bigInteger('first_review_at').nullable();
    table.bigInteger('merged_at').notNullable();
    table.integer('number').nullable();
    table.text('title').nullable();
    table.text('url').nullable();
    table.text('branch').nullable();
    table.text('labels').notNullable().comment('JSON list');
    table.text('reverts').notNullable().comment('JSON shas and numbers');
    table.text('flags').notNullable().comment('JSON list of words');
    table.boolean('demo').notNullable();
    table.unique(['repository', 'sha'], {
      indexName: 'dora_changes_sha_uniq',
    });
    table.index(['repository', 'position'], 'dora_changes_position_idx');
    table.index(['repository', 'number'], 'dora_changes_number_idx');
    table.index(['merged_at'], 'dora_changes_merged_idx');
  });

  await knex.schema.createTable('dora_repositories', table => {
    table.comment('Repositories whose history a source knows');
    table.string('repository').primary();
    table.boolean('has_history').notNullable();
  });

  await knex.schema.createTable('dora_versions', table => {
    table.comment('Git tags and artifacts: which commit a version is');
    table.string('repository').notNullable();
    table.string('version', 512).notNullable();
    table.string('sha', 64).notNullable();
    table.primary(['repository', 'version']);
  });

  await knex.schema.createTable('dora_commits', table => {
    table.comment('Commits beside the default branch that deployments name');
    table.string('repository').notNullable();
    table.string('sha', 64).notNullable();
    table.bigInteger('contains').notNullable();
    table.bigInteger('contained_by').nullable();
    table.primary(['repository', 'sha']);
  });

  await knex.schema.createTable('dora_shipped', table => {
    table.comment('Changes with the first production deployment of each');
    table.string('deployment_id', 32).notNullable();
    table.integer('change_id').notNullable();
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.bigInteger('finished_at').notNullable().comment('Of the deployment');
    table.double('lead_seconds').notNullable();
    table.double('coding').notNullable().comment('Stages, in seconds');
    table.double('pickup').nullable();
    table.double('review').nullable();
    table.double('integration').nullable();
    table.double('promotion').nullable();
    table.double('rollout').nullable();
    table.boolean('demo').notNullable();
    table.primary(['deployment_id', 'change_id']);
    table.index(['entity_ref', 'finished_at'], 'dora_shipped_entity_idx');
    table.index(['finished_at'], 'dora_shipped_finished_idx');
    table.index(['owner_ref', 'finished_at'], 'dora_shipped_owner_idx');
    table.index(['change_id'], 'dora_shipped_change_idx');
  });

  await knex.schema.createTable('dora_incidents', table => {
    table.comment('Incidents, as their newest revision says');
    table.string('id', 32).primary().comment('From source and external id');
    table.string('source').notNullable();
    table.string('external_id', 512).notNullable();
    table.text('title').notNullable();
    table.string('severity').nullable();
    table.string('environment').nullable();
    table.boolean('production').notNullable();
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('resolved_at').nullable();
    table.text('url').nullable();
    table.string('names_deployment', 512).nullable();
    table.string('names_version', 512).nullable();
    table.boolean('demo').notNullable();
    table.index(['opened_at'], 'dora_incidents_opened_idx');
    table.index(['resolved_at'], 'dora_incidents_resolved_idx');
  });

  await knex.schema.createTable('dora_incident_services', table => {
    table.comment(
      'Services of an incident, with who owned them at its opening',
    );
    table
      .string('incident_id', 32)
      .notNullable()
      .references('id')
      .inTable('dora_incidents')
      .onDelete('CASCADE');
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.bigInteger('opened_at').notNullable();
    table.primary(['incident_id', 'entity_ref']);
    table.index(['entity_ref', 'opened_at'], 'dora_incident_services_idx');
  });

  await knex.schema.createTable('dora_failure_links', table => {
    table.comment('Why a deployment counts as failed; several are one failure');
    table.string('deployment_id', 32).notNullable();
    table.string('method', 16).notNullable().comment('A FailureMethod');
    table.string('cause_type', 16).notNullable();
    table.string('cause_id', 64).notNullable();
    table.primary(['deployment_id', 'method', 'cause_type', 'cause_id']);
    table.index(['cause_id'], 'dora_failure_links_cause_idx');
  });

  await knex.schema.createTable('dora_overrules', table => {
    table.comment('What a person said about a deployment; the newest holds');
    table.increments('id');
    table.bigInteger('event_seq').notNullable().comment('Evidence it is about');
    table.string('entity_ref').notNullable();
    table.boolean('failed').notNullable();
    table.string('cause_incident', 32).nullable();
    table.string('cause_deployment', 32).nullable();
    table.text('reason').notNullable();
    table.string('by_ref').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['event_seq'], 'dora_overrules_event_idx');
    table.index(['entity_ref'], 'dora_overrules_entity_idx');
  });

  await knex.schema.createTable('dora_days', table => {
    table.comment(
      'Days of the configured zone whose facts changed since their rollup',
    );
    table.string('day', 10).primary().comment('YYYY-MM-DD');
    table.bigInteger('version').notNullable();
    table.bigInteger('rolled_version').nullable();
    table
      .string('rolled_as')
      .nullable()
      .comment('Format and time zone of the rollup');
  });

  await knex.schema.createTable('dora_rollups', table => {
    table.comment('A day of an owner, or of all (owner *), ready to be summed');
    table.string('day', 10).notNullable();
    table.string('owner_ref').notNullable().comment('Empty for nobody');
    table.binary('data').notNullable();
    table.primary(['owner_ref', 'day']);
    table.index(['day'], 'dora_rollups_day_idx');
  });

  await knex.schema.createTable('dora_sources', table => {
    table.comment('Sources, where they go on, and how they fare');
    table.string('id').primary();
    table.string('type').notNullable();
    table.string('state', 16).notNullable();
    table.text('cursor').nullable().comment('JSON');
    table.bigInteger('last_seen_at').nullable();
    table.text('progress').nullable().comment('JSON');
    table.bigInteger('pass_started_at').nullable();
    table.text('error').nullable();
    table.text('warnings').notNullable().comment('JSON, newest last');
  });

  await knex.schema.createTable('dora_snapshots', table => {
    table.comment('Frozen weeks of groups');
    table.string('id', 40).primary();
    table.string('scope').notNullable();
    table.string('week', 10).notNullable().comment('Its Monday');
    table.bigInteger('frozen_at').notNullable();
    table.text('metrics').notNullable().comment('JSON FrozenMetrics');
    table.text('bottleneck').nullable().comment('JSON');
    table.unique(['scope', 'week'], { indexName: 'dora_snapshots_week_uniq' });
  });

  await knex.schema.createTable('dora_reviews', table => {
    table.comment('Monthly reviews with the numbers as they were frozen');
    table.string('id', 40).primary();
    table.string('scope').notNullable();
    table.string('month', 7).notNullable();
    table.bigInteger('frozen_at').notNullable();
    table.bigInteger('reviewed_at').nullable().comment('Null: only frozen yet');
    table.string('reviewed_by').nullable();
    table.text('metrics').notNullable().comment('JSON FrozenMetrics');
    table.text('bottleneck').nullable().comment('JSON');
    table.text('notes').notNullable();
    table.boolean('demo').notNullable();
    table.unique(['scope', 'month'], { indexName: 'dora_reviews_month_uniq' });
  });

  await knex.schema.createTable('dora_review_actions', table => {
    table.comment('What reviews decided to do');
    table.string('id', 40).primary();
    table
      .string('review_id', 40)
      .notNullable()
      .references('id')
      .inTable('dora_reviews')
      .onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('title').notNullable();
    table.string('owner_ref').notNullable();
    table.string('due_date', 10).notNullable();
    table.string('state', 8).notNullable();
    table.bigInteger('done_at').nullable();
    table.string('outcome', 16).nullable();
    table.text('before').nullable();
    table.text('after').nullable();
    table.bigInteger('reminded_at').nullable();
    table.index(['review_id', 'place'], 'dora_review_actions_review_idx');
    table.index(['state', 'due_date'], 'dora_review_actions_due_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'dora_review_actions',
    'dora_reviews',
    'dora_snapshots',
    'dora_sources',
    'dora_rollups',
    'dora_days',
    'dora_overrules',
    'dora_failure_links',
    'dora_incident_services',
    'dora_incidents',
    'dora_shipped',
    'dora_commits',
    'dora_versions',
    'dora_repositories',
    'dora_changes',
    'dora_lanes',
    'dora_deployments',
    'dora_events',
    'dora_groups',
    'dora_ownership',
    'dora_services',
  ]) {
    await knex.schema.dropTable(table);
  }
};
