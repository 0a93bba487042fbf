import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  CheckedFile,
  TemplateCheck,
  TemplateCheckRequest,
} from '@golden-path/backstage-plugin-golden-path-common';
import { isUtf8 } from 'node:buffer';
import type { SerializedFile } from '@backstage/plugin-scaffolder-node';
import { ownershipOf } from './ownershipOf';
import { readValidation } from './readValidation';
import type { ScaffolderDryRuns } from './ScaffolderDryRuns';
import type { TemplateFolders } from './TemplateFolders';

/** Names the version of a template, as Semantic Versioning has it. */
const VERSION_ANNOTATION = 'golden-path.io/template-version';

/** Tries templates out: what would be made of answers, and whether it is right. */
export class TemplateChecking {
  readonly #catalog: CatalogService;
  readonly #dryRuns: ScaffolderDryRuns;
  readonly #folders: TemplateFolders;

  constructor(deps: {
    catalog: CatalogService;
    dryRuns: ScaffolderDryRuns;
    folders: TemplateFolders;
  }) {
    this.#catalog = deps.catalog;
    this.#dryRuns = deps.dryRuns;
    this.#folders = deps.folders;
  }

  /**
   * @throws NotFoundError for a template that does not exist, or that the person may not read
   * @throws InputError for answers that the template refuses
   */
  async check(
    request: TemplateCheckRequest,
    credentials: BackstageCredentials,
  ): Promise<TemplateCheck> {
    const started = performance.now();
    const { templateRef, values } = request;
    if (
      parseEntityRef(templateRef).kind.toLocaleLowerCase('en-US') !== 'template'
    ) {
      throw new InputError(
        `templateRef is '${templateRef}'; expected a ref of kind Template`,
      );
    }
    const template = await this.#catalog.getEntityByRef(templateRef, {
      credentials,
    });
    if (!template) {
      throw new NotFoundError(`No template found with ref '${templateRef}'`);
    }
    const { files, output } = await this.#dryRuns.run({
      template,
      folder: await this.#folders.read(template),
      values,
      credentials,
    });
    const ownership = ownershipOf(files);
    const { name, annotations } = template.metadata;
    return {
      template: { name, version: annotations?.[VERSION_ANNOTATION] ?? null },
      files: files
        .map(file => toCheckedFile(file, ownership))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      validation: readValidation(output.validation),
      seconds: (performance.now() - started) / 1_000,
    };
  }
}

function toCheckedFile(
  { path, content }: SerializedFile,
  ownership: Map<string, CheckedFile['ownership']>,
): CheckedFile {
  const isText = isUtf8(content) && !content.includes(0);
  return {
    path,
    content: isText ? content.toString('utf8') : null,
    ownership: ownership.get(path) ?? null,
  };
}
