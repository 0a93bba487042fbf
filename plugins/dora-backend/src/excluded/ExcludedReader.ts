import type { ExcludedEvent } from '@golden-path/backstage-plugin-dora-common';
import { toInstant } from '../database/instants';
import type { Span } from '../metrics/LocalCalendar';
import type { PagePlace } from '../schemas/keyset';
import type { Placed } from '../schemas/readablePage';
import type { Scope } from '../scope/Scope';
import { describeExclusion, type FirstReport } from './describeExclusion';
import type {
  ExcludedRow,
  ExcludedStore,
  WaitingChange,
} from './ExcludedStore';

/** Greatest value of an integer column. */
const GREATEST_ID = 2_147_483_647;

/** An excluded event with the services that it is about; none for one of an unknown service. */
export interface FoundExclusion {
  excluded: ExcludedEvent;
  entityRef: string[];
}

/** Events and changes that are in no number, in one list, newest first. */
export class ExcludedReader {
  readonly #store: ExcludedStore;

  constructor(store: ExcludedStore) {
    this.#store = store;
  }

  /** Places have ids like `e12` for events and `c12` for changes; of one millisecond, events come first. */
  async list(options: {
    scope: Scope;
    window: Span;
    code?: string;
    after?: PagePlace;
    limit: number;
  }): Promise<Placed<FoundExclusion, PagePlace>[]> {
    const { code, after } = options;
    const afterEvent = after && placeOf(after, 'e', 0);
    const afterChange = after && placeOf(after, 'c', GREATEST_ID);
    const [events, changes] = await Promise.all([
      code === 'not-deployed-yet'
        ? []
        : this.#store.events({ ...options, after: afterEvent }),
      code === undefined || code === 'not-deployed-yet'
        ? this.#store.waitingChanges({ ...options, after: afterChange })
        : [],
    ]);
    const first = await this.#store.firstReports(
      events.flatMap(row =>
        row.code === 'merged' && row.deploymentId !== null
          ? [row.deploymentId]
          : [],
      ),
    );
    return [
      ...events.map(row => ({
        item: fromEvent(row, first.get(row.deploymentId ?? '')),
        place: { at: row.at, id: `e${row.seq}` },
      })),
      ...changes.map(change => ({
        item: fromChange(change),
        place: { at: change.at, id: `c${change.id}` },
      })),
    ]
      .sort((a, b) => b.place.at - a.place.at)
      .slice(0, options.limit);
  }
}

/** @param otherwise - number that stands for the place in the list of the other kind */
function placeOf({ at, id }: PagePlace, kind: 'e' | 'c', otherwise: number) {
  return { at, number: id.startsWith(kind) ? Number(id.slice(1)) : otherwise };
}

function fromEvent(
  row: ExcludedRow,
  first: FirstReport | undefined,
): FoundExclusion {
  return {
    entityRef: row.entityRef === null ? [] : [row.entityRef],
    excluded: {
      event: {
        source: row.sourceType,
        type: row.type,
        subject: row.subject,
        environment: row.environment,
        version: row.version,
        at: toInstant(row.at),
        ...(row.url !== undefined && { url: row.url }),
        ...(row.deploymentId !== null && { deploymentId: row.deploymentId }),
      },
      ...describeExclusion(row, first),
    },
  };
}

function fromChange(change: WaitingChange): FoundExclusion {
  return {
    entityRef: [change.entityRef],
    excluded: {
      event: {
        source: 'git',
        type: 'change',
        subject:
          change.title ?? `${change.repository}@${change.sha.slice(0, 7)}`,
        environment: null,
        version: change.sha,
        at: toInstant(change.at),
        ...(change.url !== null && { url: change.url }),
      },
      metric: 'changeLeadTime',
      code: 'not-deployed-yet',
      reason:
        'Merged, not deployed yet: counted when a production deployment contains it.',
    },
  };
}
