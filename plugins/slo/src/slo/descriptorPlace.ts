import {
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';

/** The file that describes an entity, and its page where there is one. */
export function descriptorPlace(
  entity: Entity,
): { file: string; url?: string } | undefined {
  const { annotations = {} } = entity.metadata;
  const url = annotations[ANNOTATION_VIEW_URL];
  const location = url ?? annotations[ANNOTATION_ORIGIN_LOCATION];
  const file = location
    ?.replace(/[?#].*$/, '')
    .split('/')
    .pop();
  return file ? { file, ...(url && { url }) } : undefined;
}
