import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isError, NotFoundError } from '@backstage/errors';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { copyMkdocsSources } from './copyMkdocsSources';

/** The local generator, for machines on which mkdocs may be missing and sources are a work tree. */
export class MkdocsGenerator extends TechdocsGenerator {
  async run(options: GeneratorRunOptions): Promise<void> {
    // The generator rewrites mkdocs.yml where it lies, which would change the author's work tree.
    const copy = await mkdtemp(path.join(tmpdir(), 'techdocs-source-'));
    try {
      await copyMkdocsSources({ from: options.inputDir, to: copy });
      await super.run({ ...options, inputDir: copy });
    } catch (error) {
      throw isMkdocsMissing(error)
        ? new NotFoundError(
            'These pages are built by mkdocs, which is not installed on the machine of the backend. ' +
              'Install the Python package mkdocs-techdocs-core there (pip install mkdocs-techdocs-core) and reload this page.',
          )
        : error;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
}

/** The base class wraps what `spawn` reports. */
function isMkdocsMissing(error: unknown): boolean {
  return (
    isError(error) &&
    isError(error.cause) &&
    error.cause.code === 'ENOENT' &&
    error.cause.syscall === 'spawn mkdocs'
  );
}
