import { access, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  serializeDirectoryContents,
  type SerializedFile,
} from '@backstage/plugin-scaffolder-node';

/** Where templates keep what they share, beside their own folders. */
const PARTS = 'parts';

/** The scaffolder takes no more than 10 MB in a dry run, in Base64. */
const MAX_BYTES = 7_000_000;

/** Reads the folders of templates, as the scaffolder would when it runs them. */
export class TemplateFolders {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #reader: UrlReaderService;

  constructor(deps: {
    integrations: ScmIntegrationRegistry;
    reader: UrlReaderService;
  }) {
    this.#integrations = deps.integrations;
    this.#reader = deps.reader;
  }

  /**
   * All files of a template, and under `parts/` those that it shares with its neighbours.
   *
   * @throws InputError for a template that comes from nowhere that can be read, or is too large
   */
  async read(template: Entity): Promise<SerializedFile[]> {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-template-'));
    try {
      await this.#copy(template, folder);
      const files = await serializeDirectoryContents(folder, {
        gitignore: false,
      });
      const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
      if (bytes > MAX_BYTES) {
        throw new InputError(
          `The folder of ${stringifyEntityRef(
            template,
          )} has ${bytes} bytes; no more than ${MAX_BYTES} can be tried out`,
        );
      }
      return files;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #copy(template: Entity, folder: string): Promise<void> {
    const { type, target } = locationOf(template);
    if (type === 'file') {
      const own = dirname(
        target.startsWith('file:') ? fileURLToPath(target) : target,
      );
      await cp(own, folder, { recursive: true });
      await copyIfPresent(join(own, '..', PARTS), join(folder, PARTS));
      return;
    }
    await this.#download({ url: '.', base: target, folder });
    await this.#download({
      url: `../${PARTS}`,
      base: target,
      folder: join(folder, PARTS),
    }).catch(ignoreMissing);
  }

  async #download(options: {
    url: string;
    base: string;
    folder: string;
  }): Promise<void> {
    const { url, base, folder } = options;
    const tree = await this.#reader.readTree(
      this.#integrations.resolveUrl({ url, base }),
    );
    await tree.dir({ targetDir: folder });
  }
}

function locationOf(template: Entity): { type: string; target: string } {
  const { annotations } = template.metadata;
  const location =
    annotations?.[ANNOTATION_SOURCE_LOCATION] ??
    annotations?.[ANNOTATION_LOCATION];
  const parsed = location && parseLocationRef(location);
  if (!parsed || (parsed.type !== 'url' && parsed.type !== 'file')) {
    throw new InputError(
      `${stringifyEntityRef(template)} comes from '${
        location ?? 'nowhere'
      }'; expected a location of type url or file`,
    );
  }
  return parsed;
}

async function copyIfPresent(from: string, to: string): Promise<void> {
  await access(from).then(
    () => cp(from, to, { recursive: true }),
    ignoreMissing,
  );
}

function ignoreMissing(error: unknown): void {
  if (
    isError(error) &&
    (error.code === 'ENOENT' || error.name === 'NotFoundError')
  ) {
    return;
  }
  throw error;
}
