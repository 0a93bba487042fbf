import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import type { FindingList } from '../FindingList';
import { record } from '../record';
import { schemaProblems } from '../schema/schemaProblems';
import type { ValidationContext } from '../ValidationContext';
import type { ChartRelease } from './ChartRelease';

const RULE = 'values-schema';

const OPTIONS: Options = {
  allErrors: true,
  strict: false,
  // As in Helm, formats are notes for people.
  validateFormats: false,
  logger: false,
};

/** 256 kB of characters: no schema that a person writes is larger. */
const MAX_CHARACTERS = 256 * 1024;

/** The values of each environment fit the chart's `values.schema.json`, which every chart has. */
export function checkValuesSchema(
  releases: ChartRelease[],
  { workspace, findings }: Pick<ValidationContext, 'workspace' | 'findings'>,
): void {
  const charts = new Set(releases.map(({ chart }) => chart));
  for (const chart of charts) {
    findings.checked(RULE);
    const path = `${chart}values.schema.json`;
    const schema = workspace.file(path);
    if (!schema) {
      findings.error({
        file: `${chart}Chart.yaml`,
        line: 1,
        rule: RULE,
        message: 'The chart has no values.schema.json: any value would do.',
        fix: 'Add values.schema.json with every value and additionalProperties: false.',
      });
      continue;
    }
    const validate = compile(schema, findings);
    for (const release of releases.filter(one => one.chart === chart)) {
      if (validate && !validate(release.values)) {
        const problems = schemaProblems({
          errors: validate.errors ?? [],
          data: release.values,
        });
        for (const problem of problems) {
          findings.error({
            ...release.placeOf(problem.path),
            rule: RULE,
            message: `Values: ${problem.message}.`,
            fix: `Give a value that ${workspace.relative(path)} allows.`,
          });
        }
      }
    }
  }
}

function compile(
  file: { path: string; content: string },
  findings: FindingList,
) {
  const refuse = (message: string) => {
    findings.error({
      file: file.path,
      line: 1,
      rule: RULE,
      message: `The schema cannot be used: ${message}`,
      fix: 'Correct the schema; it has to be complete in itself.',
    });
    return undefined;
  };
  if (file.content.length > MAX_CHARACTERS) {
    return refuse(
      `expected at most ${MAX_CHARACTERS} characters, got ${file.content.length}`,
    );
  }
  try {
    const schema = JSON.parse(file.content);
    const { $schema } = record(schema);
    return ajvFor(String($schema ?? '')).compile(schema);
  } catch (error) {
    return refuse((error as Error).message.slice(0, 300));
  }
}

function ajvFor($schema: string) {
  if ($schema.includes('2020-12')) {
    return new Ajv2020(OPTIONS);
  }
  return $schema.includes('2019-09') ? new Ajv2019(OPTIONS) : new Ajv(OPTIONS);
}
