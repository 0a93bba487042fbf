import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { audited, type CatalogAccess } from '@golden-path/backstage-http-api';
import {
  doraReviewCreatePermission,
  doraReviewUpdatePermission,
} from '@golden-path/backstage-plugin-dora-common';
import type { z } from 'zod';
import type { LocalCalendar } from '../metrics/LocalCalendar';
import type { PersonGuard } from '../permissions/PersonGuard';
import { monthPeriod } from '../snapshots/finishedPeriods';
import type { FrozenReader } from '../snapshots/FrozenReader';
import { patchAction } from './patchAction';
import type { ReviewRow } from './ReviewRow';
import {
  MAX_ACTIONS,
  type reviewChangeSchema,
  type reviewDraftSchema,
} from './reviewSchemas';
import type { ReviewStore } from './ReviewStore';

/** Writes and changes reviews; what was tried is in the audit log. */
export class Reviewing {
  readonly #access: Pick<CatalogAccess, 'entity'>;
  readonly #guard: PersonGuard;
  readonly #reviews: ReviewStore;
  readonly #reader: FrozenReader;
  readonly #auditor: AuditorService;
  readonly #calendar: LocalCalendar;

  constructor(options: {
    access: Pick<CatalogAccess, 'entity'>;
    guard: PersonGuard;
    reviews: ReviewStore;
    reader: FrozenReader;
    auditor: AuditorService;
    calendar: LocalCalendar;
  }) {
    this.#access = options.access;
    this.#guard = options.guard;
    this.#reviews = options.reviews;
    this.#reader = options.reader;
    this.#auditor = options.auditor;
    this.#calendar = options.calendar;
  }

  /**
   * @returns the review's id
   * @throws InputError for a month that is not over, or an owner that there is not
   * @throws ConflictError when the month has its review
   */
  async write(options: {
    draft: z.output<typeof reviewDraftSchema>;
    credentials: BackstageCredentials;
    now: number;
  }): Promise<string> {
    const { draft, credentials, now } = options;
    const { scope, month, notes, actions } = draft;
    return audited({
      auditor: this.#auditor,
      credentials,
      eventId: 'review-create',
      meta: { scope, month },
      act: async () => {
        const by = await this.#guard.identify({
          permission: doraReviewCreatePermission,
          scope,
          credentials,
        });
        const row = await this.#frozen(scope, month, now);
        if (row.reviewed_at !== null) {
          throw new ConflictError(
            `The review of ${month} for '${scope}' has been written already`,
          );
        }
        await this.#assertOwners(
          actions.map(({ owner }) => owner),
          credentials,
        );
        await this.#reviews.write({
          row,
          by,
          now,
          notes,
          actions: actions.map(({ title, owner, dueDate }) => ({
            title,
            owner_ref: owner,
            due_date: dueDate,
          })),
        });
        return row.id;
      },
    });
  }

  /** @throws InputError for an action or an owner that there is not, or too many actions */
  async change(options: {
    review: ReviewRow;
    change: z.output<typeof reviewChangeSchema>;
    credentials: BackstageCredentials;
    now: number;
  }): Promise<void> {
    const { review, change, credentials, now } = options;
    const actions = change.actions ?? [];
    await audited({
      auditor: this.#auditor,
      credentials,
      eventId: 'review-update',
      meta: { reviewId: review.id, scope: review.scope, month: review.month },
      act: async () => {
        await this.#guard.identify({
          permission: doraReviewUpdatePermission,
          scope: review.scope,
          credentials,
        });
        const stored = await this.#reviews.actions([review.id]);
        const changed = actions.flatMap((action, index) => {
          if (action.id === undefined) {
            return [];
          }
          const path = `actions[${index}]`;
          const known = stored.find(({ id }) => id === action.id);
          if (!known) {
            throw new InputError(
              `${path}.id: No action of this review found with id '${action.id}'`,
            );
          }
          const patch = patchAction({
            action: known,
            change: action,
            path,
            now,
            calendar: this.#calendar,
          });
          return [{ id: known.id, patch }];
        });
        const added = actions.filter(({ id }) => id === undefined);
        if (stored.length + added.length > MAX_ACTIONS) {
          throw new InputError(
            `actions: expected at most ${MAX_ACTIONS} in a review, got ${
              stored.length + added.length
            }`,
          );
        }
        await this.#assertOwners(
          actions.map(({ owner }) => owner),
          credentials,
        );
        await this.#reviews.update({
          id: review.id,
          notes: change.notes,
          changed,
          added: added.map(({ title, owner, dueDate }) => ({
            title: title!,
            owner_ref: owner!,
            due_date: dueDate!,
          })),
        });
      },
    });
  }

  /** The numbers of a month that is over, frozen now if they were not before. */
  async #frozen(scope: string, month: string, now: number): Promise<ReviewRow> {
    const known = await this.#reviews.ofMonth(scope, month);
    if (known) {
      return known;
    }
    const period = monthPeriod(month, this.#calendar.timeZone);
    if (period.to > now) {
      throw new InputError(
        `month: expected a month that is over, got ${month}`,
      );
    }
    const frozen = await this.#reader.read(scope, period);
    await this.#reviews.freeze({ scope, month, frozen, now });
    const row = await this.#reviews.ofMonth(scope, month);
    if (!row) {
      throw new NotFoundError(`No frozen month ${month} found for '${scope}'`);
    }
    return row;
  }

  /** @param owners - by the actions' order; undefined for those that stay */
  async #assertOwners(
    owners: (string | undefined)[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    for (const [index, owner] of owners.entries()) {
      if (
        owner !== undefined &&
        !(
          ['user', 'group'].includes(parseEntityRef(owner).kind) &&
          (await this.#access.entity(owner, credentials))
        )
      ) {
        throw new InputError(
          `actions[${index}].owner: expected a user or group of the catalog, got '${owner}'`,
        );
      }
    }
  }
}
