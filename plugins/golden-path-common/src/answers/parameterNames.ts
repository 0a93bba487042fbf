/** Keywords whose schemas are about the same object. */
const SAME_OBJECT = ['if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'] as const;

/** Keywords that have such a schema for each name of a property. */
const BY_PROPERTY = ['dependencies', 'dependentSchemas'] as const;

/**
 * Names of everything that a template can ask, fields that appear only after some answers among them.
 *
 * @param parameters - `spec.parameters` of a template: a page or a list of pages, JSON Schema each
 *
 * @public
 */
export function parameterNames(parameters: unknown): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const pending = [parameters];
  while (pending.length > 0) {
    const schema = pending.pop();
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) {
      continue;
    }
    seen.add(schema);
    if (Array.isArray(schema)) {
      pending.push(...schema);
      continue;
    }
    const keywords = schema as Record<string, unknown>;
    Object.keys(keywords.properties ?? {}).forEach(name => names.add(name));
    pending.push(
      ...SAME_OBJECT.map(keyword => keywords[keyword]),
      // A list of names instead of a schema holds no objects.
      ...BY_PROPERTY.flatMap(keyword => Object.values(keywords[keyword] ?? {})),
    );
  }
  return names;
}
