import type {
  Finding,
  ValidationReport,
} from '@golden-path/backstage-plugin-golden-path-common';

/** A report with what else was found, errors first. The rules of these findings may have passed before. */
export function addFindings(
  report: ValidationReport,
  added: Finding[],
): ValidationReport {
  const broken = new Set(report.findings.map(({ rule }) => rule));
  const newlyBroken = new Set(
    added.map(({ rule }) => rule).filter(rule => !broken.has(rule)),
  );
  return {
    ...report,
    findings: [...report.findings, ...added].sort(
      (a, b) =>
        compare(a.severity, b.severity) ||
        compare(a.file, b.file) ||
        a.line - b.line,
    ),
    rulesPassed: report.rulesPassed - newlyBroken.size,
  };
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
