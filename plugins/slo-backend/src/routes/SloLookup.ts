import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogAccess } from '@golden-path/backstage-http-api';
import { toSeconds } from '../database/instants';
import { ReadStatus, StatusReader } from '../status/StatusReader';

/** Finds SLOs for a caller; one that the caller may not read is not there. */
export class SloLookup {
  readonly #access: CatalogAccess;
  readonly #reader: StatusReader;

  constructor(options: { access: CatalogAccess; reader: StatusReader }) {
    this.#access = options.access;
    this.#reader = options.reader;
  }

  /** @throws NotFoundError, NotAllowedError */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ReadStatus> {
    await this.#access.assertMayRead(credentials);
    const [read] = await this.#reader.read([id], toSeconds(new Date()));
    if (
      !read ||
      !(await this.#access.entity(read.slo.entityRef, credentials))
    ) {
      throw new NotFoundError(`No SLO found with id '${id}'`);
    }
    return read;
  }
}
