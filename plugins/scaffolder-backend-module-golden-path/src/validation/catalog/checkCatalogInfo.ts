import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { SLO_ANNOTATION } from '@golden-path/backstage-plugin-slo-common';
import { Minimatch } from 'minimatch';
import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import type { YamlDocument, YamlPath } from '../yaml/YamlFile';

const RULE = 'catalog-info';
/** Of an annotation's pattern; the rest is no path that anybody has. */
const MAX_PATTERN = 500;

/** What the catalog itself asks of any entity. */
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/**
 * `catalog-info.yaml` is there and holds a component with an owner; every entity in it is one that the catalog takes; what its
 * annotations name in the repository is there.
 */
export async function checkCatalogInfo(
  context: ValidationContext,
): Promise<void> {
  const { workspace, findings } = context;
  findings.checked(RULE);
  const file = `${workspace.service}catalog-info.yaml`;
  const add = (place: { line: number }, message: string, fix: string) =>
    findings.error({ file, ...place, rule: RULE, message, fix });
  if (!workspace.file(file)) {
    add(
      { line: 1 },
      'The service has no catalog-info.yaml: the portal would not know it.',
      'Add catalog-info.yaml with a Component in the root of the repository.',
    );
    return;
  }
  const { documents, errors } = workspace.yaml(file);
  const entities = documents.filter(({ value }) => value !== null);
  for (const document of entities) {
    const problem = await problemOf(document.value);
    if (problem) {
      add(
        { line: document.lineOf(pathIn(problem)) },
        `The catalog would refuse the entity: ${problem}`,
        'Correct the entity as the descriptor format of Backstage says.',
      );
    }
    checkAnnotations(document, context, add);
  }
  if (
    errors.length === 0 &&
    !entities.some(({ value }) => record(value).kind === 'Component')
  ) {
    add(
      { line: 1 },
      'catalog-info.yaml has no Component.',
      'Add a Component for the service, with its owner.',
    );
  }
}

async function problemOf(entity: unknown): Promise<string | undefined> {
  try {
    // The policies complete and freeze nothing of the original's.
    const checked = await policy.enforce(structuredClone(entity) as Entity);
    if (checked?.kind === 'Component') {
      await componentEntityV1alpha1Validator.check(checked);
    }
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ').slice(0, 300);
  }
}

/** The place that a message of the catalog names: `/metadata/name …` or `"metadata.name" …`. */
function pathIn(message: string): YamlPath {
  const place =
    /(?:^|\s)"?\/?((?:metadata|spec|apiVersion|kind)(?:[./][\w.-]+)*)"?/.exec(
      message,
    )?.[1];
  return place?.split(/[./]/) ?? [];
}

function checkAnnotations(
  document: YamlDocument,
  { workspace }: ValidationContext,
  add: (place: { line: number }, message: string, fix: string) => void,
): void {
  const { annotations } = record(record(document.value).metadata);
  const slo = record(annotations)[SLO_ANNOTATION];
  const techdocs = record(annotations)['backstage.io/techdocs-ref'];
  const at = (annotation: string) => ({
    line: document.lineOf(['metadata', 'annotations', annotation]),
  });
  if (typeof slo === 'string') {
    const paths = workspace
      .files(workspace.service)
      .map(({ path }) => workspace.relative(path));
    for (const pattern of slo.slice(0, MAX_PATTERN).split(',')) {
      const glob = new Minimatch(pattern.trim().replace(/^\.\//, ''));
      if (!paths.some(path => glob.match(path))) {
        add(
          at(SLO_ANNOTATION),
          `${SLO_ANNOTATION} names ${pattern
            .trim()
            .slice(0, 100)}, which no file matches.`,
          'Name the SLO documents, such as slos/*.yaml.',
        );
      }
    }
  }
  const docs = /^dir:(?:\.\/)?([\w./-]*)$/.exec(String(techdocs))?.[1];
  const folder = docs === undefined ? undefined : docs.replace(/^\.$|\/+$/, '');
  if (
    folder !== undefined &&
    !workspace.file(
      `${workspace.service}${folder ? `${folder}/` : ''}mkdocs.yml`,
    )
  ) {
    add(
      at('backstage.io/techdocs-ref'),
      'backstage.io/techdocs-ref names a folder without mkdocs.yml.',
      'Add mkdocs.yml there, or remove the annotation.',
    );
  }
}
