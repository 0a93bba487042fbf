import { resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import {
  type Rendering,
  TemplateRenderer,
} from '../../rendering/TemplateRenderer';

/** Folder of the golden path's templates. */
export const TEMPLATES = resolve(__dirname, '../../../../../templates');

/** Where repositories of answers may be, beside github.com and gitlab.com. */
const REMOTES = ['https://git.example.com', 'http://localhost:7007'];

/** One for all tests of a file: it takes seconds to start. */
let renderer: Promise<TemplateRenderer> | undefined;

afterAll(async () => {
  await (await renderer)?.stop();
});

/**
 * Renders a template of the golden path by the scaffolder's own engine, in a catalog in which each entity exists that
 * is asked for.
 *
 * @param options - `template`: name of its folder, such as `kubernetes-service`; `values`: answers, where what is left
 * out has the default of its field
 * @returns the files by path in the workspace, such as `orders-api/Dockerfile`
 * @throws InputError for answers that the template refuses, with each and why
 */
export async function renderTemplate(options: {
  template: string;
  values: JsonObject;
}): Promise<Map<string, Buffer>> {
  return (await renderWhole(options)).files;
}

/** The same, with what the validation found and what the template puts out. */
export async function renderWhole(options: {
  template: string;
  values: JsonObject;
}): Promise<Rendering> {
  const { template, values } = options;
  renderer ??= TemplateRenderer.start({ remotes: REMOTES });
  return (await renderer).render({
    folder: resolve(TEMPLATES, template),
    values,
  });
}
