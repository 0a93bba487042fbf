import type { RequestVersion } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { toInstant } from '../../database/instants';

/**
 * What each version of a request said, oldest first. The audit trail names every version; the content is stored with
 * those that changed it and holds until the next of them.
 */
export async function readVersions(
  db: Knex,
  requestId: string,
): Promise<RequestVersion[]> {
  const transitions = await db('escape_hatch_audit')
    .where('request_id', requestId)
    .orderBy('version')
    .select('version', 'at', 'actor', 'action');
  const contents = new Map<number, RequestVersion['content']>(
    (
      await db('escape_hatch_versions')
        .where('request_id', requestId)
        .select('version', 'content')
    ).map(row => [row.version, JSON.parse(row.content)]),
  );
  let content = contents.get(1);
  return transitions.flatMap(({ version, at, actor, action }) => {
    content = contents.get(version) ?? content;
    return content
      ? [{ version, at: toInstant(Number(at)), actor, action, content }]
      : [];
  });
}
