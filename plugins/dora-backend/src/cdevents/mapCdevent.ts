import { createHash } from 'node:crypto';
import type {
  ChangeEvent,
  DeploymentEvent,
  DoraEvent,
  IncidentEvent,
  ServiceSubject,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { toInstant, toMs } from '../database/instants';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import { eventRevision } from '../ingest/eventRevision';
import { shorten } from '../ingest/shorten';
import { shortId } from '../ingest/shortId';
import { webUrl } from '../ingest/webUrl';
import type { Cdevent } from './Cdevent';
import { findRepository, repositoryPlaces } from './findRepository';
import { parseArtifact } from './parseArtifact';

const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;

/** What a CDEvent says about delivery; undefined for nothing that could be used. */
export function mapCdevent(
  cdevent: Cdevent,
  directory: ServiceDirectory,
): DoraEvent | undefined {
  switch (cdevent.kind) {
    case 'service.deployed':
    case 'service.upgraded':
      return toDeployment(cdevent);
    case 'service.rolledback':
      return { ...toDeployment(cdevent), kind: 'rollback' };
    case 'service.removed':
      return { ...toDeployment(cdevent), kind: 'removal' };
    case 'change.created':
      return { ...toChange(cdevent, directory), openedAt: instantOf(cdevent) };
    case 'change.reviewed':
      return {
        ...toChange(cdevent, directory),
        firstReviewAt: instantOf(cdevent),
      };
    case 'change.merged':
      return { ...toChange(cdevent, directory), mergedAt: instantOf(cdevent) };
    case 'change.updated':
    case 'change.abandoned':
      return toChange(cdevent, directory);
    case 'incident.detected':
    case 'incident.reported':
      return { ...toIncident(cdevent, 0), openedAt: instantOf(cdevent) };
    case 'incident.resolved':
      return { ...toIncident(cdevent, 1), resolvedAt: instantOf(cdevent) };
    case 'artifact.packaged':
      return toVersion(cdevent, directory);
    case 'artifact.published':
      return undefined;
    default:
      throw new Error(`Unknown kind of CDEvent '${cdevent.kind}'`);
  }
}

function toDeployment(cdevent: Cdevent): DeploymentEvent {
  const { environment, artifactId } = cdevent.subject.content;
  // A removal names neither version nor, of necessity, environment.
  const version = artifactId ? parseArtifact(artifactId).version : 'none';
  return {
    ...common(cdevent),
    type: 'deployment',
    service: { by: 'cdevents', value: cdevent.subject.id },
    environment: environment?.id ?? 'unknown',
    version,
    ...(SHA.test(version) && { sha: version.toLocaleLowerCase('en-US') }),
    finishedAt: instantOf(cdevent),
    outcome: 'success',
  };
}

/** One of several events about a change; the log puts together those of one repository and SHA. */
function toChange(cdevent: Cdevent, directory: ServiceDirectory): ChangeEvent {
  const { id, content, source } = cdevent.subject;
  const number = /^(?:.*[/#])?(\d{1,9})$/.exec(id)?.[1];
  return {
    ...common(cdevent),
    type: 'change',
    repository: findRepository(
      [...repositoryPlaces(content.repository), source, cdevent.context.source],
      directory,
    ),
    sha: changeSha(id),
    ...(number && { number: Number(number) }),
    ...(content.description && { title: shorten(content.description) }),
  };
}

/** One of several events about an incident; the log puts together those of one id. */
function toIncident(cdevent: Cdevent, order: number): IncidentEvent {
  const { id, content } = cdevent.subject;
  const { artifactId, environment, description, ticketURI } = content;
  const artifact = artifactId ? parseArtifact(artifactId) : undefined;
  const url = webUrl(ticketURI);
  return {
    ...common(cdevent),
    type: 'incident',
    id: shortId(`incident ${id}`),
    revision: eventRevision({
      at: toMs(cdevent.context.timestamp),
      order,
      identity: identityOf(cdevent),
    }),
    services: servicesOf(cdevent, artifact?.name),
    ...(environment && { environment: environment.id }),
    ...(description && { title: shorten(description) }),
    ...(url && { url }),
    ...(artifact && { version: artifact.version }),
  };
}

function servicesOf(
  { subject }: Cdevent,
  artifactName: string | undefined,
): ServiceSubject[] {
  const { service } = subject.content;
  if (service) {
    return [{ by: 'cdevents', value: service.id }];
  }
  return artifactName ? [{ by: 'name', value: artifactName }] : [];
}

function toVersion(
  cdevent: Cdevent,
  directory: ServiceDirectory,
): VersionEvent {
  const { id, source, content } = cdevent.subject;
  const change = content.change!;
  return {
    ...common(cdevent),
    type: 'version',
    repository: findRepository(
      [change.source, source, cdevent.context.source],
      directory,
    ),
    version: parseArtifact(id).version,
    sha: changeSha(change.id),
  };
}

function common(cdevent: Cdevent) {
  const { context, customData, kind } = cdevent;
  return {
    id: shortId(identityOf(cdevent)),
    evidence: shorten(`CDEvent ${kind} '${context.id}' from ${context.source}`),
    ...((customData as { demo?: unknown } | undefined)?.demo === true && {
      demo: true,
    }),
  };
}

/** An event is stored once by these three. */
function identityOf({ context }: Cdevent): string {
  return JSON.stringify([context.source, context.id, context.type]);
}

function instantOf({ context }: Cdevent): string {
  return toInstant(toMs(context.timestamp));
}

/**
 * The commit that a change is. One whose id is no SHA gets one made from it, which the events of the change and the
 * artifacts that name it agree on, and which no commit has.
 */
function changeSha(id: string): string {
  return SHA.test(id)
    ? id.toLocaleLowerCase('en-US')
    : createHash('sha256').update(`cdevents change ${id}`).digest('hex');
}
