import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  parseEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Stands in for the portal's catalog where there is none to ask. It knows the entities that it is given; without any
 * it takes each ref that it is asked for to exist.
 */
export class OfflineCatalog extends InMemoryCatalogClient {
  readonly #believing: boolean;

  constructor(options: { entities?: Entity[] } = {}) {
    super(options);
    this.#believing = options.entities === undefined;
  }

  override async getEntityByRef(
    ref: string | CompoundEntityRef,
  ): Promise<Entity | undefined> {
    return this.#believing ? imagine(ref) : super.getEntityByRef(ref);
  }
}

function imagine(ref: string | CompoundEntityRef): Entity {
  const { kind, namespace, name } =
    typeof ref === 'string' ? parseEntityRef(ref) : ref;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind.charAt(0).toUpperCase() + kind.slice(1),
    metadata: { namespace, name, annotations: {} },
    spec: {},
  };
}
