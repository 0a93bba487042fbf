import { access, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError, isError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { ValidationReport } from '@golden-path/backstage-plugin-golden-path-common';
import { assertKnownAnswers } from './assertKnownAnswers';
import { describeReport } from './describeReport';
import { readTemplate } from './readTemplate';
import { remotesOf } from './remotesOf';
import { TemplateRenderer } from './TemplateRenderer';
import { UsageError } from './UsageError';
import { writeFiles } from './writeFiles';

const USAGE = `Usage: yarn render <template folder> --values FILE.json --out DIR [--json]

Renders a template by the scaffolder's own engine, offline, and checks the result.
A folder without template.yaml, such as templates/policies, is copied as it is, and needs no values.

  --values FILE.json  answers of the wizard; what is left out has the default of its field
  --out DIR           gets <service>/ and gitops/; files of the same names are replaced
  --json              prints findings as JSON

Exit code: 0 where nothing is found, 1 for a finding that no escape hatch waives, 2 where nothing was written.`;

interface Request {
  folder: string;
  values?: string;
  out: string;
  json: boolean;
}

/**
 * `yarn render`.
 *
 * @param options - `args`: of the command line; `cwd`: what paths are relative to; `print` and `complain`: get the lines
 * for stdout and stderr
 * @returns the exit code
 */
export async function renderCommand(options: {
  args: string[];
  cwd: string;
  print: (text: string) => void;
  complain: (text: string) => void;
}): Promise<number> {
  const { args, cwd, print, complain } = options;
  try {
    const request = await readRequest(args, cwd);
    if (!request) {
      print(USAGE);
      return 0;
    }
    const { files, validation } = await makeFiles(request);
    await writeFiles({ files, folder: request.out });
    print(
      request.json
        ? JSON.stringify({ files: [...files.keys()], validation }, null, 2)
        : `${[...files.keys()].join('\n')}\n\n${describeReport(validation)}`,
    );
    return validation?.findings.some(({ hatch }) => !hatch) ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(error.message);
      return 2;
    }
    throw error;
  }
}

async function readRequest(
  args: string[],
  cwd: string,
): Promise<Request | undefined> {
  const { values, positionals } = parse(args);
  if (values.help) {
    return undefined;
  }
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0 || !values.out) {
    throw new UsageError(USAGE);
  }
  const found = await stat(resolve(cwd, folder)).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new UsageError(`${folder} is no folder; expected that of a template`);
  }
  return {
    folder: resolve(cwd, folder),
    values: values.values && resolve(cwd, values.values),
    out: resolve(cwd, values.out),
    json: values.json ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        values: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(
      `${isError(error) ? error.message : error}\n\n${USAGE}`,
    );
  }
}

async function makeFiles(request: Request): Promise<{
  files: Map<string, Buffer>;
  validation: ValidationReport | null;
}> {
  const { folder, values: valuesFile } = request;
  const isTemplate = await access(join(folder, 'template.yaml')).then(
    () => true,
    () => false,
  );
  if (!isTemplate) {
    const files = await serializeDirectoryContents(folder, {
      gitignore: false,
    });
    return {
      files: new Map(files.map(({ path, content }) => [path, content])),
      validation: null,
    };
  }
  if (!valuesFile) {
    throw new UsageError(USAGE);
  }
  const template = await readTemplate(folder);
  const values = await readValues(valuesFile);
  assertKnownAnswers({ template, values });
  const renderer = await TemplateRenderer.start({ remotes: remotesOf(values) });
  try {
    return await renderer.render({ folder, values });
  } catch (error) {
    if (error instanceof InputError) {
      throw new UsageError(`Nothing was rendered:\n${error.message}`);
    }
    throw error;
  } finally {
    await renderer.stop();
  }
}

async function readValues(file: string): Promise<JsonObject> {
  let values: unknown;
  try {
    values = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${
        isError(error) ? error.message : error
      }; expected a JSON object of answers`,
    );
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new UsageError(`${file} has no JSON object; expected one of answers`);
  }
  return values as JsonObject;
}
