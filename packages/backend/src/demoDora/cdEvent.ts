import { JsonObject } from '@backstage/types';

const SOURCE = '/demo';
const SPEC_VERSION = '0.4.1';
const EVENT_VERSION = '0.2.0';

/** A CloudEvent that carries a CDEvent about production, as `POST /api/dora/v1/events` takes it. */
export interface CdEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  datacontenttype: 'application/json';
  data: JsonObject;
}

/** Says that it is demo data in `customData`. */
export function cdEvent(options: {
  id: string;
  subject: 'incident' | 'service';
  predicate: 'detected' | 'resolved' | 'deployed';
  subjectId: string;
  /** Seconds since the epoch. */
  at: number;
  /** Beside the environment. */
  content: JsonObject;
}): CdEvent {
  const { id, subject, predicate } = options;
  const type = `dev.cdevents.${subject}.${predicate}.${EVENT_VERSION}`;
  const time = new Date(options.at * 1_000).toISOString();
  return {
    specversion: '1.0',
    id,
    source: SOURCE,
    type,
    time,
    datacontenttype: 'application/json',
    data: {
      context: {
        version: SPEC_VERSION,
        id,
        source: SOURCE,
        type,
        timestamp: time,
      },
      subject: {
        id: options.subjectId,
        source: SOURCE,
        type: subject,
        content: { environment: { id: 'production' }, ...options.content },
      },
      customData: { demo: true },
      customDataContentType: 'application/json',
    },
  };
}
