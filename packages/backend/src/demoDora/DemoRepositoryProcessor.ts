import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Entity } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';

/**
 * Names the repository to dora. The source location stays where the documents of a component are: with their
 * descriptions, in this repository.
 */
const REPOSITORY_ANNOTATION = 'golden-path.io/dora-repository';

/** Tells the catalog where the demo's repositories are, which depends on the state directory. */
export class DemoRepositoryProcessor implements CatalogProcessor {
  readonly #repositories: string;
  readonly #services: Set<string>;

  constructor(options: {
    /** Their folder. */
    repositories: string;
    services: Iterable<string>;
  }) {
    this.#repositories = options.repositories;
    this.#services = new Set(options.services);
  }

  getProcessorName(): string {
    return 'DemoRepositoryProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const { name, namespace = 'default', annotations } = entity.metadata;
    if (
      entity.kind !== 'Component' ||
      namespace !== 'default' ||
      location.type !== 'file' ||
      !this.#services.has(name)
    ) {
      return entity;
    }
    const repository = join(this.#repositories, `${name}.git`);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          [REPOSITORY_ANNOTATION]: pathToFileURL(repository).href,
          ...annotations,
        },
      },
    };
  }
}
