import type { Knex } from 'knex';

/** Finds out whose numbers are frozen, and when they can be. */
export class FreezableScopes {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** `all`, and the groups that own services, with the groups above them. */
  async owning(): Promise<string[]> {
    const owners: string[] = await this.#knex('dora_services')
      .whereNull('removed_at')
      .where('owner_ref', 'like', 'group:%')
      .distinct()
      .pluck('owner_ref');
    const rows: { group_ref: string; parent_ref: string | null }[] =
      await this.#knex('dora_groups').select('group_ref', 'parent_ref');
    const parents = new Map(rows.map(row => [row.group_ref, row.parent_ref]));
    const groups = new Set(owners.filter(owner => parents.has(owner)));
    // A set grows while it is walked; what it has already is not walked twice.
    for (const group of groups) {
      const parent = parents.get(group);
      if (parent && parents.has(parent)) {
        groups.add(parent);
      }
    }
    return ['all', ...[...groups].sort()];
  }

  /** Those, and whatever was reviewed before. */
  async reviewed(): Promise<string[]> {
    const scopes: string[] = await this.#knex('dora_reviews')
      .whereNotNull('reviewed_at')
      .distinct()
      .pluck('scope');
    return [...new Set([...(await this.owning()), ...scopes])];
  }

  /** Whether a source still reads its history for the first time, so that numbers of the past are not what they will be. */
  async areUnsettled(): Promise<boolean> {
    const row = await this.#knex('dora_sources')
      .whereNull('last_seen_at')
      .whereNotNull('pass_started_at')
      .first('id');
    return row !== undefined;
  }
}
