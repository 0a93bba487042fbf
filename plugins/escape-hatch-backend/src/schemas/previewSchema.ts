import type { Preview } from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { stageSchema } from './requestSchema';

/** What the submission of a draft would meet. */
export const previewSchema = z.object({
  stages: z.array(stageSchema),
  cap: z.object({
    days: z.int(),
    lastDay: z.iso.date(),
    latestExpiry: z.iso.datetime(),
    timeZone: z.string(),
  }),
  overlaps: z.array(z.string()),
  problems: z.array(
    z.object({ guard: z.string(), field: z.string(), message: z.string() }),
  ),
  lapseWorkingDays: z.int(),
}) satisfies z.ZodType<Preview>;
