import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { toMs } from '../database/instants';
import { shorten } from '../ingest/shorten';
import { webUrl } from '../ingest/webUrl';
import type { Alert } from './Alert';
import type { AlertmanagerSettings } from './AlertmanagerSettings';

/** More than Alertmanager groups in practice; what is beyond is named in its own interface. */
const MAX_ALERTS = 5_000;

const texts = z.record(z.string(), z.string());

/** What the receiver `webhook` sends, version 4; other fields may come. */
const notificationSchema = z.object({
  version: z.literal('4'),
  groupKey: z.string().min(1).max(10_000),
  alerts: z
    .array(
      z.object({
        status: z.enum(['firing', 'resolved']),
        labels: texts,
        annotations: texts.default({}),
        startsAt: z.iso.datetime({ offset: true }),
        endsAt: z.iso.datetime({ offset: true }).optional(),
        generatorURL: z.string().optional(),
        fingerprint: z.string().min(1).max(64).optional(),
      }),
    )
    .max(MAX_ALERTS),
});

/** The alerts of a notification that are incidents by the settings, and the group they are in. */
export function parseNotification(
  body: unknown,
  settings: AlertmanagerSettings,
): { groupKey: string; alerts: Alert[] } {
  const result = notificationSchema.safeParse(body);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(
      `${z.core.toDotPath(issue.path) || 'body'}: ${issue.message}`,
    );
  }
  const { groupKey, alerts } = result.data;
  return {
    groupKey,
    alerts: alerts
      .filter(({ labels }) =>
        Object.entries(settings.matchers).every(
          ([label, value]) => labels[label] === value,
        ),
      )
      .map(alert => toAlert(alert, settings)),
  };
}

function toAlert(
  alert: z.output<typeof notificationSchema>['alerts'][number],
  settings: AlertmanagerSettings,
): Alert {
  const { labels, annotations, status, endsAt } = alert;
  const startsAt = toMs(alert.startsAt);
  const service = labels[settings.serviceLabel];
  const environment = labels[settings.environmentLabel];
  return {
    fingerprint: alert.fingerprint ?? labelsDigest(labels),
    startsAt,
    // A firing alert has the year 1 there, or when it would be forgotten.
    endsAt:
      status === 'resolved'
        ? Math.max(startsAt, endsAt ? toMs(endsAt) : startsAt)
        : null,
    details: {
      title: shorten(annotations.summary || labels.alertname || 'Alert'),
      severity: labels.severity && shorten(labels.severity, 100),
      service: service && shorten(service, 200),
      environment: environment && shorten(environment, 200),
      url: webUrl(alert.generatorURL),
    },
  };
}

/** Alertmanager's own fingerprint is one of the labels too. */
function labelsDigest(labels: Record<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(labels).sort()))
    .digest('hex');
}
