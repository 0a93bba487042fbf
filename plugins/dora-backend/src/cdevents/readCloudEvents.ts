import { InputError } from '@backstage/errors';
import { CloudEvent, HTTP } from 'cloudevents';
import type { IncomingHttpHeaders } from 'node:http';
import { parseJsonBody } from '../ingest/parseJsonBody';

/** The most that one request takes. */
const MAX_EVENTS = 2_000;

/** Content types of the three modes; binary mode has that of the data. */
export const CLOUDEVENTS_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/json',
];

/** The data of an event and where in the request it is. */
export interface EventData {
  /** Such as `events[3].data`. */
  path: string;
  data: unknown;
}

/**
 * The data of the CloudEvents 1.0 in a request, in structured, batch or binary mode.
 *
 * @throws InputError that names index and path of the first event that is none
 */
export function readCloudEvents(request: {
  headers: IncomingHttpHeaders;
  body: Buffer;
}): EventData[] {
  const { headers } = request;
  const body = parseJsonBody(request.body);
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/cloudevents-batch+json')) {
    if (!Array.isArray(body)) {
      throw new InputError('body: expected a list of CloudEvents');
    }
    if (body.length > MAX_EVENTS) {
      throw new InputError(
        `body: expected at most ${MAX_EVENTS} events, got ${body.length}`,
      );
    }
    return body.map((event, index) => readEvent(event, `events[${index}]`));
  }
  if (type.startsWith('application/cloudevents+json')) {
    return [readEvent(body, 'events[0]')];
  }
  if (headers['ce-id'] === undefined) {
    throw new InputError(
      `events[0]: expected the headers of a CloudEvent in binary mode, or the content type ${CLOUDEVENTS_TYPES[0]} or ${CLOUDEVENTS_TYPES[1]}`,
    );
  }
  return [readEvent(binaryAttributes(headers, body), 'events[0]')];
}

function binaryAttributes(headers: IncomingHttpHeaders, body: unknown) {
  const event = HTTP.toEvent({ headers, body }) as CloudEvent<unknown>;
  // The parser takes the content type of the data for one of a text.
  return { ...event, data: body, data_base64: undefined };
}

function readEvent(value: unknown, path: string): EventData {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${path}: expected a CloudEvent`);
  }
  const attributes = Object.fromEntries(
    Object.entries(value).filter(
      ([, attribute]) => attribute !== null && attribute !== undefined,
    ),
  );
  if (attributes.specversion !== '1.0') {
    throw new InputError(
      `${path}.specversion: expected CloudEvents '1.0', got ${quote(
        attributes.specversion,
      )}`,
    );
  }
  // The library would make one up.
  if (typeof attributes.id !== 'string' || attributes.id === '') {
    throw new InputError(`${path}.id: expected a text`);
  }
  try {
    return {
      path: `${path}.data`,
      data: dataOf(new CloudEvent<unknown>(attributes)),
    };
  } catch (error) {
    throw new InputError(`${path}${describe(error)}`);
  }
}

/** The data may have been sent as a JSON text in base64. */
function dataOf({ data }: CloudEvent<unknown>): unknown {
  return data instanceof Uint8Array ? parseJsonBody(Buffer.from(data)) : data;
}

function describe(error: unknown): string {
  const { errors, message } = error as {
    errors?: { instancePath?: string; message?: string }[];
    message: string;
  };
  const [first] = errors ?? [];
  return typeof first === 'object' && first.message
    ? `${first.instancePath?.replaceAll('/', '.') ?? ''}: ${first.message}`
    : `: ${message.split('\n')[0].slice(0, 200)}`;
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `'${value.slice(0, 50)}'` : 'none';
}
