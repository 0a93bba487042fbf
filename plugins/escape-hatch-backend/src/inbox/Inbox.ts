import type {
  EscapeHatchRequest,
  InboxItem,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { RequestAccess } from '../callers/RequestAccess';
import type { Visit } from '../callers/Visit';
import { toInstant } from '../database/instants';
import type { RequestStore } from '../requests/RequestStore';
import type { EscapeHatchSettings } from '../settings';
import { workingDaysBetween } from '../time/workingDaysBetween';
import type { RequestPresenter } from '../views/RequestPresenter';
import { fromCursor, toCursor, type InboxPlace } from './InboxPlace';
import type { InboxCandidate, InboxStore } from './InboxStore';

/** What waits for a person: found in the database, and kept where the guards of the actions let the person act now. */
export class Inbox {
  readonly #access: RequestAccess;
  readonly #inboxes: InboxStore;
  readonly #presenter: RequestPresenter;
  readonly #settings: EscapeHatchSettings;
  readonly #store: RequestStore;

  constructor(options: {
    access: RequestAccess;
    inboxes: InboxStore;
    presenter: RequestPresenter;
    settings: EscapeHatchSettings;
    store: RequestStore;
  }) {
    this.#access = options.access;
    this.#inboxes = options.inboxes;
    this.#presenter = options.presenter;
    this.#settings = options.settings;
    this.#store = options.store;
  }

  /** A page, the longest wait first; nothing waits for guests and services. */
  async page(
    query: { limit: number; cursor?: string },
    visit: Visit,
  ): Promise<{
    items: InboxItem[];
    nextCursor?: string;
    adminOf?: string;
    memberOf: string[];
  }> {
    const { caller, groups } = visit;
    const { adminGroup } = this.#settings;
    const isAdmin = groups.includes(adminGroup);
    const found =
      caller.type === 'person'
        ? await this.#read(query, { visit, isAdmin })
        : { items: [] };
    return {
      ...found,
      ...(isAdmin && { adminOf: adminGroup }),
      memberOf: groups.filter(ref => ref !== caller.ref),
    };
  }

  async #read(
    query: { limit: number; cursor?: string },
    { visit, isAdmin }: { visit: Visit; isAdmin: boolean },
  ): Promise<{ items: InboxItem[]; nextCursor?: string }> {
    const { limit } = query;
    const items: InboxItem[] = [];
    let after = fromCursor(query.cursor);
    let place: InboxPlace | undefined;
    for (;;) {
      const candidates = await this.#inboxes.list({
        userRef: visit.caller.ref,
        groups: visit.groups,
        isAdmin,
        now: visit.now,
        after,
        limit: limit + 1,
      });
      for (const { item, candidate } of await this.#keep(candidates, visit)) {
        if (items.length === limit && place) {
          return { items, nextCursor: toCursor(place) };
        }
        items.push(item);
        place = candidate;
      }
      if (candidates.length <= limit) {
        return { items };
      }
      after = candidates[limit];
    }
  }

  async #keep(candidates: InboxCandidate[], visit: Visit) {
    const stored = await this.#store.getMany(candidates.map(({ id }) => id));
    const records = new Map(
      stored.flatMap(record => (record ? [[record.id, record]] : [])),
    );
    const readable = await this.#access.readable([...records.values()], visit);
    const requests = new Map(
      (await this.#presenter.presentMany(readable, visit)).map(request => [
        request.id,
        request,
      ]),
    );
    return candidates.flatMap(candidate => {
      const request = requests.get(candidate.id);
      return request && waits(candidate.why, request)
        ? [{ candidate, item: this.#toItem(candidate, request, visit.now) }]
        : [];
    });
  }

  #toItem(
    { since, why }: InboxCandidate,
    request: EscapeHatchRequest,
    now: number,
  ): InboxItem {
    return {
      ...request,
      waitingSince: toInstant(since),
      why,
      workingDays: workingDaysBetween(since, now, this.#settings.timeZone),
    };
  }
}

/** Whether it is the caller who can do something about it, and now. */
function waits(why: InboxItem['why'], request: EscapeHatchRequest): boolean {
  const { allowedActions, flags } = request;
  switch (why) {
    case 'approve':
      return allowedActions.includes('approve');
    case 'review':
      return allowedActions.includes('review') && flags.includes('review_due');
    case 'stalled':
      return flags.includes('stalled');
    case 'confirm':
      return allowedActions.includes('confirm-owner');
    case 'changes':
      return allowedActions.includes('edit');
    default:
      return true;
  }
}
