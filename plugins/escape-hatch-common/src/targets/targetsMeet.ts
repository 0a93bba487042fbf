import type { HatchTarget } from './HatchTarget';

const NAMES = ['cluster', 'namespace', 'kind', 'name'] as const;
const SETS = ['environments', 'vulnerabilities'] as const;

/**
 * Whether two targets can be met by the same workload: no field that both name tells them apart.
 *
 * @public
 */
export function targetsMeet(
  one: HatchTarget = {},
  other: HatchTarget = {},
): boolean {
  return (
    NAMES.every(
      field =>
        one[field] === undefined ||
        other[field] === undefined ||
        one[field] === other[field],
    ) &&
    SETS.every(
      field =>
        !one[field]?.length ||
        !other[field]?.length ||
        one[field].some(value => other[field]?.includes(value)),
    )
  );
}
