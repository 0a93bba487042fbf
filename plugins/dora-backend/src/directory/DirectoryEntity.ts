import {
  Entity,
  getEntitySourceLocation,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parseRepository, Repository } from './parseRepository';

/** Name in the paths of GitOps repositories. */
const DORA_SERVICE_ANNOTATION = 'golden-path.io/dora-service';
/** URL of the repository, where the source location is another place, such as that of the component's documents. */
const REPOSITORY_ANNOTATION = 'golden-path.io/dora-repository';
/** Subject id of CDEvents. */
const CDEVENTS_ANNOTATION = 'golden-path.io/cdevents-id';
const PAGERDUTY_ANNOTATION = 'pagerduty.com/service-id';
/** Says that the history of the component is not of this organisation, or was made up. */
const DEMO_ANNOTATION = 'golden-path.io/demo';

/** A component as the directory stores it. */
export interface ServiceRow {
  entity_ref: string;
  name: string;
  namespace: string;
  owner_ref: string | null;
  system_ref: string | null;
  dora_service: string | null;
  cdevents_id: string | null;
  pagerduty_id: string | null;
  repository: string | null;
  repository_url: string | null;
  demo: boolean;
}

/** A group as the directory stores it. */
export interface GroupRow {
  group_ref: string;
  parent_ref: string | null;
  title: string | null;
}

export function toServiceRow(entity: Entity): ServiceRow {
  const annotations = entity.metadata.annotations ?? {};
  const repository = sourceRepository(entity);
  return {
    entity_ref: stringifyEntityRef(entity),
    name: entity.metadata.name,
    namespace: entity.metadata.namespace ?? 'default',
    owner_ref: related(entity, RELATION_OWNED_BY),
    system_ref: related(entity, RELATION_PART_OF, 'system'),
    dora_service: shortText(annotations[DORA_SERVICE_ANNOTATION]),
    cdevents_id: shortText(annotations[CDEVENTS_ANNOTATION]),
    pagerduty_id: shortText(annotations[PAGERDUTY_ANNOTATION]),
    repository: shortText(repository?.key),
    repository_url: repository?.url ?? null,
    demo: annotations[DEMO_ANNOTATION] === 'true',
  };
}

export function toGroupRow(entity: Entity): GroupRow {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const title =
    typeof profile?.displayName === 'string'
      ? profile.displayName
      : entity.metadata.title;
  return {
    group_ref: stringifyEntityRef(entity),
    parent_ref: related(entity, RELATION_CHILD_OF),
    title: shortText(title),
  };
}

function related(entity: Entity, type: string, kind?: string): string | null {
  return (
    entity.relations?.find(
      relation =>
        relation.type === type &&
        (!kind || parseEntityRef(relation.targetRef).kind === kind),
    )?.targetRef ?? null
  );
}

function sourceRepository(entity: Entity): Repository | undefined {
  const named = entity.metadata.annotations?.[REPOSITORY_ANNOTATION];
  if (named) {
    return parseRepository(named);
  }
  try {
    const { type, target } = getEntitySourceLocation(entity);
    return type === 'url' ? parseRepository(target) : undefined;
  } catch {
    // The annotation is written by hand; one that is wrong is that entity's problem only.
    return undefined;
  }
}

/** What the columns can hold; nothing that long is the name of a service. */
function shortText(text: string | undefined): string | null {
  return text && text.length <= 255 && !text.includes('\0') ? text : null;
}
