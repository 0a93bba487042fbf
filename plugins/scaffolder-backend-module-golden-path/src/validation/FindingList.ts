import type {
  Finding,
  GoldenPathRuleId,
} from '@golden-path/backstage-plugin-golden-path-common';

/** Beyond so many findings of one rule in one file a person reads no more. */
const MAX_PER_RULE_AND_FILE = 50;

/** What a check says; where it is serious, the method says. */
type NewFinding = Omit<Finding, 'rule' | 'severity' | 'hatch'> & {
  rule: GoldenPathRuleId;
};

/** Collects findings, each once, and which rules were checked at all. */
export class FindingList {
  readonly #findings = new Map<string, Finding>();
  readonly #counts = new Map<string, number>();
  readonly #checked = new Set<string>();

  /** Notes that a rule had something to look at. */
  checked(rule: GoldenPathRuleId): void {
    this.#checked.add(rule);
  }

  error(finding: NewFinding): void {
    this.#add({ ...finding, severity: 'error' });
  }

  warn(finding: NewFinding): void {
    this.#add({ ...finding, severity: 'warning' });
  }

  /** Rules that were checked and found nothing. */
  get rulesPassed(): number {
    const broken = new Set(this.toArray().map(({ rule }) => rule));
    return [...this.#checked].filter(rule => !broken.has(rule)).length;
  }

  /** Errors first, then by file and line. */
  toArray(): Finding[] {
    return [...this.#findings.values()].sort(
      (a, b) =>
        compare(a.severity, b.severity) ||
        compare(a.file, b.file) ||
        a.line - b.line ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message),
    );
  }

  #add(finding: Finding): void {
    const { file, line, rule, message } = finding;
    this.#checked.add(rule);
    const key = JSON.stringify([file, line, rule, message]);
    const place = JSON.stringify([file, rule]);
    const count = this.#counts.get(place) ?? 0;
    if (this.#findings.has(key) || count >= MAX_PER_RULE_AND_FILE) {
      return;
    }
    this.#counts.set(place, count + 1);
    this.#findings.set(key, finding);
  }
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
