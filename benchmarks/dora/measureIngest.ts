import { ConfigReader } from '@backstage/config';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { EventRecorder } from '../../plugins/dora-backend/src/facts/EventRecorder';
import { readSettings } from '../../plugins/dora-backend/src/settings';
import { Durations } from '../support/Durations';
import type { Figure } from '../support/Figure';
import { range } from '../support/range';
import { INGESTED, ingestedName } from './services';
import { type DoraBackend, TOKEN } from './startDoraBackend';

const HOUR = 3_600_000;
const ROUNDS = 200;
const BATCH = 2_000;
const LATE = 100;

/**
 * Events through the recorder, in batches as sources send them: every service in its turn, three events each time,
 * two changes and the deployment that ships them. Then single late ones through the API, in the middle of the history.
 */
export async function* measureIngest(options: {
  backend: DoraBackend;
  allowance: number;
}): AsyncGenerator<Figure> {
  const { backend, allowance } = options;
  const recorder = new EventRecorder({
    knex: backend.plugin.knex,
    settings: readSettings(new ConfigReader({})),
  });
  const from = Date.now() - (ROUNDS + 24) * 6 * HOUR;
  const events = range(ROUNDS).flatMap(round =>
    range(INGESTED).flatMap(service => eventsOf(service, round, from)),
  );
  const started = performance.now();
  for (let start = 0; start < events.length; start += BATCH) {
    await recorder.record({
      source: 'benchmark',
      sourceType: 'benchmark',
      events: events.slice(start, start + BATCH),
    });
  }
  const seconds = (performance.now() - started) / 1_000;
  yield {
    name: 'batched ingest',
    measured: events.length / seconds,
    unit: 'events/s',
    limit: 2_000 / allowance,
    atLeast: true,
    detail: `${events.length} events in batches of ${BATCH}, ${seconds.toFixed(
      1,
    )} s`,
  };

  const late = [];
  for (const index of range(LATE)) {
    late.push(await pushLate(backend.url, index, from));
  }
  const durations = new Durations(late);
  yield {
    name: 'late event, p95',
    measured: durations.percentile(0.95),
    unit: 'ms',
    limit: 50 * allowance,
    atMost: true,
    detail: durations.describe(),
  };
}

function eventsOf(service: number, round: number, from: number): DoraEvent[] {
  const name = ingestedName(service);
  const repository = `https://github.com/acme/${name}`;
  const at = from + round * 6 * HOUR + service * 60_000;
  const instant = (ms: number) => new Date(ms).toISOString();
  const changes = [0, 1].map((offset): DoraEvent => {
    const position = round * 2 + offset;
    return {
      type: 'change',
      id: `${name}-${position}`,
      repository,
      sha: shaOf(service, position),
      position,
      firstCommitAt: instant(at - 5 * HOUR),
      mergedAt: instant(at - HOUR),
    };
  });
  return [
    ...changes,
    {
      type: 'deployment',
      id: `${name}-d${round}`,
      service: { by: 'name', value: name },
      environment: 'production',
      version: `v${round}`,
      sha: shaOf(service, round * 2 + 1),
      finishedAt: instant(at),
      outcome: 'success',
    },
  ];
}

function shaOf(service: number, position: number): string {
  return (service * 100_000 + position).toString(16).padStart(40, '0');
}

/** A deployment of a service that has long been followed by others. */
async function pushLate(
  url: string,
  index: number,
  from: number,
): Promise<number> {
  const name = ingestedName(index % INGESTED);
  const at = from + (ROUNDS / 2 + (index % 20)) * 6 * HOUR + 2 * HOUR;
  const event = {
    specversion: '1.0',
    id: `late-${index}`,
    source: '/benchmark',
    type: 'dev.cdevents.service.deployed.0.2.0',
    time: new Date(at + index).toISOString(),
    datacontenttype: 'application/json',
    data: {
      context: {
        version: '0.4.1',
        id: `late-${index}`,
        source: '/benchmark',
        type: 'dev.cdevents.service.deployed.0.2.0',
        timestamp: new Date(at + index).toISOString(),
      },
      subject: {
        id: name,
        type: 'service',
        content: {
          environment: { id: 'production' },
          artifactId: `pkg:oci/${name}@late-${index}`,
        },
      },
    },
  };
  const started = performance.now();
  const response = await fetch(`${url}/api/dora/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/cloudevents+json',
    },
    body: JSON.stringify(event),
  });
  const text = await response.text();
  const milliseconds = performance.now() - started;
  if (response.status !== 202) {
    throw new Error(`Expected 202, got ${response.status} ${text}`);
  }
  return milliseconds;
}
