import { InputError } from '@backstage/errors';
import type { IncidentEvent } from '@golden-path/backstage-plugin-dora-node';
import { z } from 'zod';
import { toInstant, toMs } from '../database/instants';
import { eventRevision } from '../ingest/eventRevision';
import { shorten } from '../ingest/shorten';
import { shortId } from '../ingest/shortId';
import { webUrl } from '../ingest/webUrl';

const instant = z.iso.datetime({ offset: true });

/** What all V3 webhooks are. */
const envelopeSchema = z.object({
  event: z.object({
    id: z.string().min(1).max(200),
    event_type: z.string().max(200),
    occurred_at: instant,
    data: z.unknown().optional(),
  }),
});

const incidentSchema = z.object({
  id: z.string().min(1).max(200),
  html_url: z.string().nullish(),
  created_at: instant.nullish(),
  title: z.string().nullish(),
  urgency: z.string().max(100).nullish(),
  priority: z.object({ summary: z.string().max(100).nullish() }).nullish(),
  service: z.object({ id: z.string().min(1).max(200) }).nullish(),
});

/** Events that carry the incident itself as it then was. */
const VERBS = new Set([
  'acknowledged',
  'delegated',
  'escalated',
  'priority_updated',
  'reassigned',
  'reopened',
  'resolved',
  'service_updated',
  'triggered',
  'unacknowledged',
]);

/**
 * What a V3 webhook says about an incident; undefined where it is about something else.
 *
 * @throws InputError that names the path of what is no webhook
 */
export function parseWebhook(body: unknown): IncidentEvent | undefined {
  const { event } = parse(envelopeSchema, body, 'body');
  const verb = /^incident\.([a-z_]+)$/.exec(event.event_type)?.[1];
  if (!verb || !VERBS.has(verb)) {
    return undefined;
  }
  const data = parse(incidentSchema, event.data, 'event.data');
  const occurredAt = toMs(event.occurred_at);
  const isResolved = verb === 'resolved';
  const severity = data.priority?.summary ?? data.urgency;
  const url = webUrl(data.html_url);
  const openedAt =
    data.created_at ?? (isResolved ? undefined : event.occurred_at);
  return {
    type: 'incident',
    id: shortId(data.id),
    revision: eventRevision({
      at: occurredAt,
      order: isResolved ? 1 : 0,
      identity: event.id,
    }),
    evidence: `PagerDuty event ${event.id}, ${event.event_type}`,
    services: data.service ? [{ by: 'pagerduty', value: data.service.id }] : [],
    ...(data.title && { title: shorten(data.title) }),
    ...(severity && { severity }),
    ...(url && { url }),
    ...(openedAt && { openedAt: toInstant(toMs(openedAt)) }),
    ...(isResolved && { resolvedAt: toInstant(occurredAt) }),
    ...(verb === 'reopened' && { resolvedAt: null }),
  };
}

function parse<T extends z.ZodType>(schema: T, value: unknown, path: string) {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = z.core.toDotPath([
      ...(path === 'body' ? [] : path.split('.')),
      ...issue.path,
    ]);
    throw new InputError(`${place || path}: ${issue.message}`);
  }
  return result.data as z.output<T>;
}
