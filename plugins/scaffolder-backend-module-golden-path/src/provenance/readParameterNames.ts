import { basename } from 'node:path';
import { InputError } from '@backstage/errors';
import { parameterNames } from '@golden-path/backstage-plugin-golden-path-common';
import { parseAllDocuments } from 'yaml';

/**
 * What a template asks, from its own file: actions are told only its metadata.
 *
 * @param options - `files`: of the template's folder, by path; `baseUrl`: of its file; `name`: of the template
 * @throws InputError where the file has no such template
 */
export function readParameterNames(options: {
  files: Map<string, Buffer>;
  baseUrl: string;
  name: string;
}): Set<string> {
  const { files, baseUrl, name } = options;
  const path = decodeURIComponent(basename(new URL(baseUrl).pathname));
  // A dry run calls the file template.yaml, whatever its name is.
  const others = [...files.keys()].filter(it => /^[^/]+\.ya?ml$/.test(it));
  const documents = [path, ...others].flatMap(it => [
    ...parseAllDocuments(String(files.get(it) ?? '')),
  ]);
  const template = documents.find(
    document =>
      document.getIn?.(['kind']) === 'Template' &&
      document.getIn(['metadata', 'name']) === name,
  );
  if (!template) {
    throw new InputError(
      `No YAML file in the folder of the template has the Template '${name}'; expected it in ${path}, with the parameters that it asks`,
    );
  }
  return parameterNames(template.toJS().spec?.parameters);
}
