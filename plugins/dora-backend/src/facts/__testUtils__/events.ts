import type {
  ChangeEvent,
  DeploymentEvent,
  IncidentEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { REPOSITORY } from './FactsUnderTest';

/** A SHA that is easy to recognise. */
export function sha(number: number): string {
  return number.toString(16).padStart(40, '0');
}

/** A rollout of payments, by version and instant (`MM-DDTHH:MM` of 2026). */
export function rollout(
  version: string,
  at: string,
  rest: Partial<DeploymentEvent> = {},
): DeploymentEvent {
  return {
    type: 'deployment',
    id: `${rest.environment ?? 'production'} ${version} ${at}`,
    service: { by: 'ref', value: 'component:default/payments' },
    environment: 'production',
    version,
    finishedAt: instant(at),
    outcome: 'success',
    ...rest,
  };
}

/** The change at a position, with the tag `v<position>` to go with it. */
export function change(
  position: number,
  mergedAt: string,
  rest: Partial<ChangeEvent> = {},
): ChangeEvent {
  return {
    type: 'change',
    id: `change ${position}`,
    repository: REPOSITORY,
    sha: sha(position),
    position,
    mergedAt: instant(mergedAt),
    ...rest,
  };
}

/** Tag `v<position>`. */
export function tag(position: number): VersionEvent {
  return {
    type: 'version',
    id: `tag v${position}`,
    repository: REPOSITORY,
    version: `v${position}`,
    sha: sha(position),
  };
}

export function incident(
  id: string,
  openedAt: string,
  resolvedAt?: string,
  rest: Partial<IncidentEvent> = {},
): IncidentEvent {
  return {
    type: 'incident',
    id,
    services: [{ by: 'ref', value: 'component:default/payments' }],
    title: `Incident ${id}`,
    openedAt: instant(openedAt),
    ...(resolvedAt && { resolvedAt: instant(resolvedAt) }),
    ...rest,
  };
}

export function instant(at: string): string {
  return `2026-${at}:00Z`;
}
