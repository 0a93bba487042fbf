import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';

/** More are in the log. */
const MAX_SHOWN = 10;

/** Findings that hold the creation, as one message; undefined for none. */
export function describeErrors(findings: Finding[]): string | undefined {
  const errors = findings.filter(
    ({ severity, hatch }) => severity === 'error' && !hatch,
  );
  if (errors.length === 0) {
    return undefined;
  }
  const shown = errors.slice(0, MAX_SHOWN).map(describeFinding);
  const more =
    errors.length > MAX_SHOWN ? `\nand ${errors.length - MAX_SHOWN} more` : '';
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  return `Nothing is published: ${count} in the files.\n${shown.join(
    '\n',
  )}${more}`;
}

/** As in `orders-api/Dockerfile:3 dockerfile: … Fix: …`. */
export function describeFinding(finding: Finding): string {
  const { file, line, rule, message, fix, hatch } = finding;
  const waiver = hatch
    ? ` Waived by escape hatch ${hatch.id} until ${hatch.expiresAt}.`
    : '';
  return `${file}:${line} ${rule}: ${message} Fix: ${fix}${waiver}`;
}
