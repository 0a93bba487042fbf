import type {
  DeploymentEvent,
  ServiceSubject,
} from '@golden-path/backstage-plugin-dora-node';
import { toInstant, toMs } from '../database/instants';
import { eventRevision } from '../ingest/eventRevision';
import { webUrl } from '../ingest/webUrl';
import type { DeploymentStatus, GithubDeployment } from './githubSchemas';

/** States that end a deployment; `inactive` only says that a later one took its place. */
const OUTCOMES: Record<string, 'success' | 'failure'> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
};

/** Refs that name what is deployed, rather than a branch that moves. */
const VERSION_REF = /^(?:refs\/tags\/)?(v?\d+(?:\.\d+)+\S*)$/;

/** A rollout by one of its statuses; undefined for a status that ends nothing, and for a preview. */
export function statusDeployment(options: {
  deployment: GithubDeployment;
  status: DeploymentStatus;
  repository: string;
}): DeploymentEvent | undefined {
  const { deployment, status, repository } = options;
  const state = status.state.toLocaleLowerCase('en-US');
  if (!Object.hasOwn(OUTCOMES, state) || deployment.transient_environment) {
    return undefined;
  }
  const url = webUrl(status.log_url) ?? webUrl(status.target_url);
  return {
    type: 'deployment',
    id: `deployment ${deployment.id}`,
    revision: eventRevision({
      at: toMs(status.created_at),
      order: 0,
      identity: String(status.id),
    }),
    ...(url && { url }),
    evidence: `GitHub deployment ${deployment.id} of ${deployment.sha.slice(
      0,
      7,
    )}, ${state}`,
    service: serviceOf(deployment, repository),
    environment: deployment.environment.slice(0, 200),
    version: (VERSION_REF.exec(deployment.ref)?.[1] ?? deployment.sha).slice(
      0,
      500,
    ),
    sha: deployment.sha,
    startedAt: toInstant(toMs(deployment.created_at)),
    finishedAt: toInstant(toMs(status.created_at)),
    outcome: OUTCOMES[state],
    ...(/\brollback\b/i.test(deployment.task ?? '') && { kind: 'rollback' }),
  };
}

/** In a repository with several components the payload says which: `{ "service": "api" }`. */
function serviceOf(
  { payload }: GithubDeployment,
  repository: string,
): ServiceSubject {
  const named = readPayload(payload)?.service;
  return typeof named === 'string' && named !== '' && named.length <= 400
    ? { by: 'name', value: named }
    : { by: 'repository', value: repository };
}

/** GitHub hands it back as it was given: an object, or a text that may be one. */
function readPayload(payload: unknown): { service?: unknown } | undefined {
  let value = payload;
  if (typeof payload === 'string') {
    try {
      value = JSON.parse(payload);
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null ? value : undefined;
}
