import type {
  Finding,
  ValidationReport,
} from '@golden-path/backstage-plugin-golden-path-common';

/** What the checks say, for a person at a terminal: two lines for each finding, and how many there are. */
export function describeReport(report: ValidationReport | null): string {
  if (!report) {
    return 'There is nothing here that is checked.';
  }
  const { findings, rulesPassed } = report;
  const places = findings.map(({ file, line }) => `${file}:${line}`);
  const placeWidth = widest(places);
  const ruleWidth = widest(findings.map(({ rule }) => rule));
  const lines = findings.flatMap((finding, index) => [
    [
      finding.severity.padEnd('warning'.length),
      places[index].padEnd(placeWidth),
      finding.rule.padEnd(ruleWidth),
      finding.message,
    ].join('  '),
    `${' '.repeat('warning  '.length)}${secondLine(finding)}`,
  ]);
  const waived = findings.filter(({ hatch }) => hatch).length;
  const of = (severity: Finding['severity']) =>
    count(
      findings.filter(it => it.severity === severity && !it.hatch).length,
      severity,
    );
  lines.push(
    `${of('error')}, ${of('warning')}, ${waived} waived; ${count(
      rulesPassed,
      'rule',
    )} found nothing`,
  );
  return lines.join('\n');
}

function secondLine({ fix, hatch }: Finding): string {
  return hatch
    ? `Waived by escape hatch ${hatch.id} until ${hatch.expiresAt}`
    : `Fix: ${fix}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function widest(texts: string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
