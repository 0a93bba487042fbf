import {
  Entity,
  getEntitySourceLocation,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  PROMETHEUS_ANNOTATION,
  SLO_ANNOTATION,
} from '@golden-path/backstage-plugin-slo-common';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Says that what is pushed for the entity was made up for a demonstration. */
const DEMO_ANNOTATION = 'golden-path.io/demo-data';

/** What the plugin needs to know of a catalog entity that names SLO documents. */
export interface SloEntity {
  entityRef: string;
  ownerRef: string | null;
  systemRef: string | null;
  annotation: string;
  /** URL that the annotation's paths are relative to; empty where the source location is none. */
  lookedIn: string;
  prometheus: string | null;
  demo: boolean;
}

export function toSloEntity(entity: Entity): SloEntity {
  const annotations = entity.metadata.annotations ?? {};
  const related = (type: string, kind?: string) =>
    entity.relations?.find(
      relation =>
        relation.type === type &&
        (!kind || parseEntityRef(relation.targetRef).kind === kind),
    )?.targetRef ?? null;
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRef: related(RELATION_OWNED_BY),
    systemRef: related(RELATION_PART_OF, 'system'),
    annotation: annotations[SLO_ANNOTATION],
    lookedIn: sourceFolder(entity),
    prometheus: annotations[PROMETHEUS_ANNOTATION] ?? null,
    demo: annotations[DEMO_ANNOTATION] === 'true',
  };
}

/** Without a source location of its own an entity's sources are where its description was found. */
function sourceFolder(entity: Entity): string {
  let type: string;
  let target: string;
  try {
    ({ type, target } = getEntitySourceLocation(entity));
  } catch {
    // The annotation is written by hand; one that is wrong is that entity's problem only.
    return '';
  }
  if (type !== 'file') {
    return URL.canParse(target) ? target : '';
  }
  const folder = target.endsWith('/') ? target : `${dirname(target)}/`;
  return pathToFileURL(folder).href;
}
