import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ANNOTATION_SOURCE_LOCATION, Entity } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { DemoGitUrls } from '../DemoGitUrls';

/** Names the repository to dora, which fetches over HTTP from the hosts of integrations only. */
const REPOSITORY_ANNOTATION = 'golden-path.io/dora-repository';

/**
 * Says where the sources of an entity are that was read from the demo's git server, as the catalog does it by itself for
 * the hosts of integrations.
 */
export class DemoGitProcessor implements CatalogProcessor {
  readonly #folder: string;
  readonly #urls: DemoGitUrls;

  constructor(options: {
    /** Of the repositories. */
    folder: string;
    urls: DemoGitUrls;
  }) {
    this.#folder = options.folder;
    this.#urls = options.urls;
  }

  getProcessorName(): string {
    return 'DemoGitProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const place =
      location.type === 'url' ? this.#urls.parse(location.target) : undefined;
    if (!place?.kind || entity.kind === 'Location') {
      return entity;
    }
    const repository = join(this.#folder, `${place.repository}.git`);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          [ANNOTATION_SOURCE_LOCATION]: `url:${folderOf(location.target)}`,
          ...(entity.kind === 'Component' && {
            [REPOSITORY_ANNOTATION]: pathToFileURL(repository).href,
          }),
          ...entity.metadata.annotations,
        },
      },
    };
  }
}

/** The page of the folder that a file is in. */
function folderOf(file: string): string {
  return new URL('.', file).href.replace('/blob/', '/tree/');
}
