import type {
  Problem,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';

/** An SLO is known by entity and name, so documents of one entity must not share a name, whatever their service. */
export function nameClashes(definitions: SloDefinition[]): Problem[] {
  const places = new Map<string, string>();
  return definitions.flatMap(({ name, location: { file, line } }) => {
    const first = places.get(name);
    const here = `${file}:${line}`;
    if (first === undefined) {
      places.set(name, here);
      return [];
    }
    return {
      severity: 'error' as const,
      ...{ file, line, column: 1, path: name },
      message: `expected one SLO '${name}' of an entity, got it at ${first} and again at ${here}`,
    };
  });
}
