import type { ErrorObject } from 'ajv';
import { pathText } from '../yaml/pathText';
import type { YamlPath } from '../yaml/YamlFile';

/** What a JSON schema has against data. */
export interface SchemaProblem {
  path: YamlPath;
  message: string;
}

/** Keywords whose parts are listed too, which say more, or less, than the whole. */
const COMBINING = ['oneOf', 'anyOf', 'allOf', 'not', 'if'];

/**
 * Errors of Ajv as problems that name the place, what was found and what was expected. Of alternatives that all fail only the whole
 * is named, unless one of them fails further inside than the others.
 */
export function schemaProblems(options: {
  errors: ErrorObject[];
  data: unknown;
}): SchemaProblem[] {
  const { errors, data } = options;
  const combined = errors.filter(({ keyword }) =>
    ['oneOf', 'anyOf'].includes(keyword),
  );
  return errors
    .filter(
      error =>
        error.keyword !== 'if' &&
        !combined.some(
          whole =>
            whole !== error &&
            error.schemaPath.startsWith(`${whole.schemaPath}/`) &&
            error.instancePath === whole.instancePath,
        ),
    )
    .map(error => describe(error, data));
}

function describe(error: ErrorObject, data: unknown): SchemaProblem {
  const path = pointerPath(error.instancePath, data);
  const at = pathText(path);
  const whole = at ? `'${at}'` : 'the document';
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(
        params.additionalProperty ?? params.unevaluatedProperty,
      );
      const field = [...path, name];
      return { path: field, message: `'${pathText(field)}' is no known field` };
    }
    case 'required':
      return {
        path,
        message: `'${pathText([...path, params.missingProperty])}' is missing`,
      };
    case 'type':
      return {
        path,
        message: `${whole}: expected ${[params.type]
          .flat()
          .filter(type => type !== 'null')
          .join(' or ')}, got ${show(valueAt(data, path))}`,
      };
    case 'enum':
      return {
        path,
        message: `${whole}: expected one of ${(
          params.allowedValues as unknown[]
        )
          .slice(0, 12)
          .map(show)
          .join(', ')}, got ${show(valueAt(data, path))}`,
      };
    case 'const':
      return {
        path,
        message: `${whole}: expected ${show(params.allowedValue)}, got ${show(
          valueAt(data, path),
        )}`,
      };
    default:
      return {
        path,
        message: COMBINING.includes(error.keyword)
          ? `${whole}: ${show(
              valueAt(data, path),
            )} is none of what is allowed here`
          : `${whole}: ${error.message ?? error.keyword}, got ${show(
              valueAt(data, path),
            )}`,
      };
  }
}

function pointerPath(pointer: string, data: unknown): YamlPath {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => {
      const key = Array.isArray(value) ? Number(part) : part;
      value = (value as Record<string | number, unknown> | undefined)?.[key];
      return key;
    });
}

function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown>)?.[part],
    data,
  );
}

function show(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'a map';
  }
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
