import { Entity, getEntitySourceLocation } from '@backstage/catalog-model';

/**
 * An entity that something is pushed for.
 *
 * @public
 */
export interface PushTarget {
  /** Full and in lower case: `component:default/api-service`. */
  entityRef: string;
  /** Where its sources are; left out where that is no URL, for nobody's CI speaks for it then. */
  sourceUrl?: string;
}

/**
 * The target that an entity is, or that a ref is which the catalog does not know.
 *
 * @public
 */
export function toPushTarget(
  entityRef: string,
  entity: Entity | undefined,
): PushTarget {
  if (!entity) {
    return { entityRef };
  }
  try {
    const { type, target } = getEntitySourceLocation(entity);
    return type === 'url' ? { entityRef, sourceUrl: target } : { entityRef };
  } catch {
    // The annotation is written by hand.
    return { entityRef };
  }
}
