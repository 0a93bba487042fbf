import type { SloDocument } from '../api/SloSample';
import type { Problem } from '../definition/Problem';
import type { SloDefinition } from '../definition/SloDefinition';
import { composeYaml } from './composeYaml';
import { DocumentNode } from './DocumentNode';
import { inspectTree } from './inspectTree';
import { ProblemList } from './ProblemList';
import { ReadAllowance } from './ReadAllowance';
import type { ReadContext } from './SloFormatReader';
import { sloFormatReaders } from './sloFormatReaders';
import { SloRegister } from './SloRegister';
import { SourceText } from './SourceText';

/**
 * What documents may leave to the configuration.
 *
 * @public
 */
export interface ReadSloDocumentsOptions {
  /**
   * Compliance objective of time slices whose document names none.
   *
   * @defaultValue 0.99
   */
  defaultObjective?: number;
}

/**
 * What stands in SLO documents.
 *
 * @public
 */
export interface ReadSloDocumentsResult {
  /** The sound SLOs, in the order of the documents. */
  slos: SloDefinition[];
  /** All errors and warnings, by file, line and column. */
  problems: Problem[];
}

/**
 * Reads SLO documents: YAML files with one or more documents, each of them one document or a list of them.
 * Never throws on what stands in a document; an SLO with an error is left out.
 *
 * @public
 */
export function readSloDocuments(
  documents: SloDocument[],
  options: ReadSloDocumentsOptions = {},
): ReadSloDocumentsResult {
  const { defaultObjective = 0.99 } = options;
  const problems = new ProblemList();
  const allowance = new ReadAllowance();
  const register = new SloRegister();
  const slos = documents.flatMap(({ file, content }) =>
    readFile(new SourceText(file, content), {
      problems,
      allowance,
      context: { defaultObjective, register },
    }),
  );
  return { slos, problems: problems.toArray() };
}

function readFile(
  source: SourceText,
  options: {
    problems: ProblemList;
    allowance: ReadAllowance;
    context: ReadContext;
  },
): SloDefinition[] {
  const { problems, allowance, context } = options;
  const errorsBefore = problems.errors;
  const documents = composeYaml(source, problems, allowance);
  const roots = documents.flatMap(({ contents }) => {
    const root = contents && inspect(contents, source, problems);
    return root?.present ? [root] : [];
  });
  if (roots.length === 0 && problems.errors === errorsBefore) {
    problems.error(
      { source, offset: 0, path: '' },
      'expected an SLO document, got an empty file',
    );
  }
  return roots.flatMap(root =>
    root.isList
      ? (root.items('SLO documents') ?? []).flatMap(item =>
          readDocument(item, context),
        )
      : readDocument(root, context),
  );
}

function inspect(
  contents: Parameters<typeof inspectTree>[0],
  source: SourceText,
  problems: ProblemList,
): DocumentNode | undefined {
  const tree = inspectTree(contents);
  for (const { offset, path, message } of tree.problems) {
    problems.error({ source, offset, path }, message);
  }
  const { aliases } = tree;
  return tree.problems.length === 0
    ? DocumentNode.root(contents, { source, problems, aliases })
    : undefined;
}

function readDocument(
  root: DocumentNode,
  context: ReadContext,
): SloDefinition[] {
  const reader = sloFormatReaders.find(({ recognises }) => recognises(root));
  if (reader) {
    return reader.read(root, context);
  }
  const apiVersion = root.peek('apiVersion');
  if (typeof apiVersion === 'string') {
    root.error(
      `expected an SLO document with service and slos, got apiVersion "${apiVersion.slice(
        0,
        60,
      )}"`,
    );
  } else {
    root.expected('an SLO document with service and slos');
  }
  return [];
}
