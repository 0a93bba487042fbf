import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import { isMap, LineCounter, parseAllDocuments } from 'yaml';
import type { SourceFile } from '../validation/SourceFile';

const RULE = 'catalog-info';

const REFERENCES = [
  { field: 'owner', defaultKind: 'group', kind: 'group', severity: 'error' },
  {
    field: 'system',
    defaultKind: 'system',
    kind: 'system',
    severity: 'warning',
  },
] as const;

/**
 * Checks that the owner and the system that a catalog file names are in the catalog, as far as the person may see.
 *
 * @param options - `file`: `catalog-info.yaml` of a service; what is wrong with the file itself is not its business
 */
export async function checkReferences(options: {
  file: SourceFile;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<Finding[]> {
  const { file, catalog, credentials } = options;
  const lines = new LineCounter();
  const findings: Finding[] = [];
  for (const document of parseAllDocuments(file.content, {
    lineCounter: lines,
  })) {
    for (const { field, defaultKind, kind, severity } of REFERENCES) {
      const ref = document.getIn?.(['spec', field]);
      const spec = document.getIn?.(['spec']);
      if (typeof ref !== 'string' || !isMap(spec)) {
        continue;
      }
      const found = await find({ ref, defaultKind, catalog, credentials });
      if (found?.toLocaleLowerCase('en-US') !== kind) {
        const pair = spec.items.find(({ key }) => String(key) === field);
        findings.push({
          file: file.path,
          line: lineOf(pair?.key, lines),
          rule: RULE,
          severity,
          message: `spec.${field} is '${ref}', which ${
            found ? `is a ${found} in the catalog` : 'is not in the catalog'
          }; expected a ${kind}.`,
          fix: `Answer with a ${kind} that the catalog has.`,
        });
      }
    }
  }
  return findings;
}

/** Kind of the entity, as it writes it. */
async function find(options: {
  ref: string;
  defaultKind: string;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<string | undefined> {
  const { ref, defaultKind, catalog, credentials } = options;
  let parsed: string;
  try {
    parsed = stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
  const entity = await catalog.getEntityByRef(parsed, { credentials });
  return entity?.kind;
}

function lineOf(node: unknown, lines: LineCounter): number {
  const range = (node as { range?: [number, number, number] } | undefined)
    ?.range;
  return range ? lines.linePos(range[0]).line : 1;
}
