import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { entityRefSchema, pageOf } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import {
  frozenBottleneckSchema,
  frozenMetricsSchema,
} from '../schemas/frozenSchema';
import { scopeSchema } from '../schemas/scopeQuery';

/** Actions of a review, at most: more would not be done within a month. */
export const MAX_ACTIONS = 20;

const day = z.iso.date('expected a day such as 2026-11-30');
const title = z.string().trim().min(1).max(500);
const notes = z.string().trim().max(10_000);
const number = z.string().trim().max(500);

/** What POST /reviews takes. */
export const reviewDraftSchema = z
  .strictObject({
    scope: scopeSchema,
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-10'),
    notes,
    actions: z
      .array(z.strictObject({ title, owner: entityRefSchema, dueDate: day }))
      .max(MAX_ACTIONS),
  })
  .refine(draft => draft.notes !== '' || draft.actions.length > 0, {
    path: ['notes'],
    message: 'expected notes or at least one action',
  });

const actionChangeSchema = z
  .strictObject({
    id: z.string().max(40).optional(),
    title: title.optional(),
    owner: entityRefSchema.optional(),
    dueDate: day.optional(),
    state: z.enum(['open', 'done', 'not-done']).optional(),
    doneAt: z
      .union(
        [z.iso.datetime({ offset: true }), z.iso.date()],
        'expected an instant or a day',
      )
      .optional(),
    outcome: z.enum(['worked', 'no-effect']).optional(),
    before: number.optional(),
    after: number.optional(),
  })
  .superRefine((action, context) => {
    if (action.id !== undefined) {
      return;
    }
    for (const field of ['title', 'owner', 'dueDate'] as const) {
      if (action[field] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: 'expected one, for an action without id is added',
        });
      }
    }
    for (const field of [
      'state',
      'doneAt',
      'outcome',
      'before',
      'after',
    ] as const) {
      if (action[field] !== undefined) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: 'expected none, for an action without id is added',
        });
      }
    }
  });

/** What PATCH /reviews/{id} takes. */
export const reviewChangeSchema = z
  .strictObject({
    notes: notes.optional(),
    actions: z.array(actionChangeSchema).min(1).max(MAX_ACTIONS).optional(),
  })
  .refine(
    change => change.notes !== undefined || change.actions !== undefined,
    'expected notes or actions',
  );

/** A change of an action, or an action that is added. */
export type ActionChange = z.output<typeof actionChangeSchema>;

/** A review that was written. */
export const reviewSchema = z.object({
  id: z.string(),
  scope: z.string(),
  month: z.string(),
  frozenAt: z.iso.datetime(),
  reviewedAt: z.iso.datetime(),
  reviewedBy: z.string(),
  metrics: frozenMetricsSchema,
  bottleneck: frozenBottleneckSchema,
  notes: z.string(),
  actions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      owner: z.string(),
      dueDate: z.iso.date(),
      state: z.enum(['open', 'done', 'not-done']),
      overdue: z.boolean(),
      doneAt: z.iso.datetime().optional(),
      outcome: z.enum(['worked', 'no-effect']).optional(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
  demo: z.boolean(),
}) satisfies z.ZodType<Review>;

/** What GET /reviews answers. */
export const reviewListSchema = pageOf(reviewSchema).extend({
  ready: z
    .array(z.string())
    .describe('Frozen months that wait for their review, newest first'),
});
