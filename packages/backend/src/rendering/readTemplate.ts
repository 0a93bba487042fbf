import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import {
  templateEntityV1beta3Validator,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { UsageError } from './UsageError';

/**
 * The template of a folder.
 *
 * @throws UsageError where its `template.yaml` is none
 */
export async function readTemplate(
  folder: string,
): Promise<TemplateEntityV1beta3> {
  const file = join(folder, 'template.yaml');
  try {
    const template = parse(await readFile(file, 'utf8'));
    if (
      typeof template === 'object' &&
      template !== null &&
      (await templateEntityV1beta3Validator.check(template))
    ) {
      return template;
    }
  } catch (error) {
    const [reason] = String(isError(error) ? error.message : error).split('\n');
    throw new UsageError(
      `${file} cannot be used: ${reason.replace(
        /[:.]$/,
        '',
      )}; expected one entity of kind Template`,
    );
  }
  throw new UsageError(
    `${file} has no template; expected one entity of kind Template, apiVersion scaffolder.backstage.io/v1beta3`,
  );
}
