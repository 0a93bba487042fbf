import { readSloDocuments } from '../readSloDocuments';

/**
 * Reads a house document with one SLO. The given fields replace the sound ones, as YAML texts; an empty text
 * leaves a field out. Fields begin at line 3, each at column 5.
 */
export function readHouseSlo(fields: Record<string, string> = {}) {
  const all: Record<string, string> = {
    name: 'availability',
    sli: '{ good: "rate(a[5m])", total: "rate(b[5m])" }',
    target: '0.99',
    window: '30d',
    ...fields,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `    ${name}: ${value}`);
  const slo = lines.join('\n').replace(/^ {4}/, '  - ');
  const content = `service: shop\nslos:\n${slo}\n`;
  const { slos, problems } = readSloDocuments([{ file: 'slo.yaml', content }]);
  return {
    slo: slos[0],
    problems: problems.map(
      ({ severity, line, column, path, message }) =>
        `${severity} ${line}:${column} ${path}: ${message}`,
    ),
  };
}
