import { pageOf } from '@golden-path/backstage-http-api';
import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { requestSchema } from './requestSchema';

/** A request that waits for the caller. */
export const inboxItemSchema = requestSchema.extend({
  waitingSince: z.iso.datetime(),
  why: z.enum([
    'approve',
    'review',
    'stalled',
    'confirm',
    'changes',
    'expiring',
  ]),
  workingDays: z.int(),
}) satisfies z.ZodType<InboxItem>;

/** A page of the inbox, with what makes the caller somebody whose approval counts. */
export const inboxSchema = pageOf(inboxItemSchema).extend({
  adminOf: z.string().optional(),
  memberOf: z.array(z.string()),
});
