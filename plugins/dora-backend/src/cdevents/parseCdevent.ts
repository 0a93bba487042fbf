import { InputError } from '@backstage/errors';
import Ajv2020, { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Cdevent, CdeventKind } from './Cdevent';
import { schemas, otherTypes } from './cdeventsSchemas.json';

/** Schemas by the minor version of the specification that an event names. */
const VERSIONS: Record<string, string> = {
  '0.3': '0.3.0',
  '0.4': '0.4.1',
  '0.5': '0.5.0',
};

/** Longest identifier of a subject, an environment or a service that is stored. */
const LONGEST_ID = 200;

const ajv = addFormats(new Ajv2020({ strict: false, schemas }));
const ignoredTypes = new Set(otherTypes);

/**
 * A CDEvent, validated by the official schema of its version and type; undefined for a valid type that says nothing
 * about delivery, such as a pipeline run, and for one outside the specification's own (`dev.cdeventsx.…`).
 *
 * @param path - where the event is in the request
 * @throws InputError that names the path of what is wrong
 */
export function parseCdevent(data: unknown, path: string): Cdevent | undefined {
  const context = (data as { context?: Record<string, unknown> } | null)
    ?.context;
  if (typeof context !== 'object' || context === null) {
    throw new InputError(`${path}.context: expected the context of a CDEvent`);
  }
  const version = schemaVersion(context, path);
  const { type } = context;
  if (typeof type !== 'string' || !/^dev\.cdeventsx?\./.test(type)) {
    throw new InputError(
      `${path}.context.type: expected the type of a CDEvent such as dev.cdevents.service.deployed.0.2.0`,
    );
  }
  if (type.startsWith('dev.cdeventsx.') || ignoredTypes.has(type)) {
    return undefined;
  }
  const kind = /^dev\.cdevents\.([a-z]+\.[a-z]+)\./.exec(type)?.[1] ?? '';
  const validate = ajv.getSchema(
    `https://cdevents.dev/${version}/schema/${kind.replace('.', '-')}-event`,
  );
  if (!validate) {
    throw new InputError(
      `${path}.context.type: CDEvents ${version} has no type '${type.slice(
        0,
        100,
      )}'`,
    );
  }
  assertValid(validate, data, path);
  const event = {
    ...(data as Omit<Cdevent, 'kind'>),
    kind: kind as CdeventKind,
  };
  assertUsable(event, path);
  return event;
}

/** 0.3 and 0.4 have it as `version`, 0.5 as `specversion`. */
function schemaVersion(context: Record<string, unknown>, path: string): string {
  const key = 'version' in context ? 'version' : 'specversion';
  const named = context[key];
  const minor =
    typeof named === 'string' && /^(\d+\.\d+)\.\d+$/.exec(named)?.[1];
  const version = minor && VERSIONS[minor];
  if (!version) {
    throw new InputError(
      `${path}.context.${key}: expected a version 0.3, 0.4 or 0.5 of CDEvents, got ${
        typeof named === 'string' ? `'${named.slice(0, 50)}'` : 'none'
      }`,
    );
  }
  return version;
}

function assertValid(
  validate: ValidateFunction,
  data: unknown,
  path: string,
): void {
  if (!validate(data)) {
    const [error] = validate.errors!;
    throw new InputError(
      `${path}${error.instancePath.replaceAll('/', '.')}: ${describe(error)}`,
    );
  }
}

function describe({ keyword, message, params }: ErrorObject): string {
  switch (keyword) {
    case 'enum':
      return `expected ${params.allowedValues.join(' or ')}`;
    case 'additionalProperties':
      return `unknown field '${String(params.additionalProperty).slice(
        0,
        100,
      )}'`;
    default:
      return `${message}`;
  }
}

/** What the schemas leave open and the log cannot hold. */
function assertUsable({ context, subject }: Cdevent, path: string): void {
  if (Number.isNaN(Date.parse(context.timestamp))) {
    throw new InputError(
      `${path}.context.timestamp: expected an instant that exists`,
    );
  }
  const { environment, service, change, artifactId } = subject.content;
  const ids = {
    'subject.id': subject.id,
    'subject.content.environment.id': environment?.id,
    'subject.content.service.id': service?.id,
    'subject.content.change.id': change?.id,
    'subject.content.artifactId': artifactId,
  };
  for (const [place, id] of Object.entries(ids)) {
    const limit = /artifactId$|subject\.id$/.test(place) ? 400 : LONGEST_ID;
    if (id && id.length > limit) {
      throw new InputError(
        `${path}.${place}: expected at most ${limit} characters`,
      );
    }
  }
}
