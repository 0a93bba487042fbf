import type {
  DeploymentEvent,
  DoraEvent,
  IncidentEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { ServiceDirectory } from '../../directory/ServiceDirectory';
import { repositoryOf, repositorySubject } from '../changes/repositorySubject';
import { EventRow, incidentColumns } from './EventRow';

/** What events map to after the catalog learned something. */
export class Remapping {
  /**
   * Gives events of repositories that were known by a slug only, such as `acme/api`, the key that the directory has
   * for it by now.
   *
   * @returns what belongs to another repository now, by source
   */
  async applyRepositories(
    tx: Knex.Transaction,
    directory: ServiceDirectory,
  ): Promise<Map<string, { row: EventRow; event: DoraEvent }[]>> {
    const moved = new Map<string, { row: EventRow; event: DoraEvent }[]>();
    const subjects: string[] = await tx('dora_events')
      .whereIn('type', ['change', 'version', 'commit'])
      .distinct('subject')
      .pluck('subject');
    for (const subject of subjects) {
      const known = repositoryOf({ subject });
      const key = directory.repositoryKey(known);
      if (key !== undefined && key !== known) {
        const query = () => tx<EventRow>('dora_events').where({ subject });
        const rows = await query();
        await query().update({ subject: repositorySubject(key) });
        for (const row of rows) {
          const own = moved.get(row.source) ?? [];
          own.push({
            row: { ...row, subject: repositorySubject(key) },
            event: JSON.parse(row.payload),
          });
          moved.set(row.source, own);
        }
      }
    }
    return moved;
  }

  /**
   * Maps events to the services that the directory knows by now. Events of services that it no longer knows stay
   * where they are.
   *
   * @returns services with the first instant that facts may differ from, and incidents to look at, by source
   */
  async apply(
    tx: Knex.Transaction,
    directory: ServiceDirectory,
  ): Promise<{
    touched: Map<string, number>;
    incidents: Map<string, DoraEvent[]>;
    mapped: number;
  }> {
    const touched = new Map<string, number>();
    const touch = (ref: string | null, at: number) => {
      if (ref !== null) {
        touched.set(ref, Math.min(touched.get(ref) ?? at, at));
      }
    };
    let mapped = 0;
    const lanes = await tx('dora_events')
      .where('type', 'deployment')
      .groupBy('subject', 'entity_ref')
      .select('subject', 'entity_ref')
      .min('at as first')
      .max('seq as example');
    for (const lane of lanes) {
      const { payload } = await tx('dora_events')
        .where('seq', lane.example)
        .first('payload');
      const { service }: DeploymentEvent = JSON.parse(payload);
      const entityRef = directory.resolve(service);
      if (entityRef !== undefined && entityRef !== lane.entity_ref) {
        mapped += await tx('dora_events')
          .where({
            type: 'deployment',
            subject: lane.subject,
            entity_ref: lane.entity_ref,
          })
          .update({ entity_ref: entityRef });
        touch(entityRef, Number(lane.first));
        touch(lane.entity_ref, Number(lane.first));
      }
    }
    const incidents = new Map<string, DoraEvent[]>();
    const rows = await tx('dora_events')
      .where('type', 'incident')
      .whereNull('entity_ref');
    for (const row of rows) {
      const event: IncidentEvent = JSON.parse(row.payload);
      const columns = incidentColumns(event, directory);
      if (
        columns.entity_ref !== row.entity_ref ||
        columns.subject !== row.subject
      ) {
        mapped += await tx('dora_events').where('seq', row.seq).update({
          entity_ref: columns.entity_ref,
          subject: columns.subject,
        });
        incidents.set(row.source, [
          ...(incidents.get(row.source) ?? []),
          event,
        ]);
      }
    }
    return { touched, incidents, mapped };
  }
}
