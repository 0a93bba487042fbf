import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { toSeconds } from '../database/instants';
import { MarkStore } from './MarkStore';

/** Topic on which deployments and incidents are told to whoever wants to know. */
const TOPIC = 'dora.deployment';

const id = z.string().min(1).max(200);

const retractionSchema = z.object({ id, retracted: z.literal(true) });

const markSchema = z.object({
  id,
  entityRef: z.string().min(1).max(255),
  kind: z.enum(['deployment', 'failed-deployment', 'rollback', 'incident']),
  at: z.iso.datetime(),
  to: z.iso.datetime().optional(),
  title: z.string().min(1).max(500),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** Puts deployments and incidents of the events topic beside the burn-down. */
export async function subscribeToMarks(options: {
  events: EventsService;
  knex: Knex;
  marks: MarkStore;
  logger: LoggerService;
}): Promise<void> {
  const { events, knex, marks, logger } = options;
  await events.subscribe({
    id: 'slo.marks',
    topics: [TOPIC],
    async onEvent({ eventPayload }) {
      const retraction = retractionSchema.safeParse(eventPayload);
      if (retraction.success) {
        await marks.remove(knex, retraction.data.id);
        return;
      }
      const payload = markSchema.safeParse(eventPayload);
      if (!payload.success) {
        logger.warn(
          `An event of '${TOPIC}' is no mark: ${z.prettifyError(
            payload.error,
          )}`,
        );
        return;
      }
      const { id: key, at, to, entityRef, kind, title, url } = payload.data;
      await marks.save(knex, {
        key,
        entityRef: entityRef.toLocaleLowerCase('en-US'),
        at: toSeconds(new Date(at)),
        until: to ? toSeconds(new Date(to)) : null,
        kind,
        title,
        url: url ?? null,
      });
    },
  });
}
