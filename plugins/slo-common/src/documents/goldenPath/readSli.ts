import type { SliceOperator } from '../../definition/Indicator';
import type { DocumentNode } from '../DocumentNode';
import { readChoice } from './readChoice';
import { readQuery, type QueryField } from './readQuery';

const OPERATORS: Record<string, SliceOperator> = {
  lt: 'lt',
  lte: 'lte',
  gt: 'gt',
  gte: 'gte',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

/**
 * What the field `sli` holds.
 */
export interface Sli {
  node: DocumentNode;
  metric?: QueryField;
  good?: QueryField;
  bad?: QueryField;
  total?: QueryField;
  op?: { node: DocumentNode; value: SliceOperator };
  value?: { node: DocumentNode; value: number };
  source?: string;
}

/**
 * Reads the field `sli`; undefined where anything of it is wrong.
 */
export function readSli(node: DocumentNode): Sli | undefined {
  const errorsBefore = node.errors;
  const what = 'a mapping with metric, good and total, or bad and total';
  const fields = node.mapping(
    ['metric', 'good', 'bad', 'total', 'op', 'value', 'source'],
    what,
  );
  if (!fields) {
    return undefined;
  }
  const { metric, good, bad, total, op, value, source } = fields;
  if (good.present && bad.present) {
    bad.error('expected either good or bad, got both');
  }
  const counted = good.present || bad.present;
  if (!metric.present && !(counted && total.present)) {
    node.error(
      `expected ${what}, got ${presentNames({ good, bad, total }) || 'none'}`,
    );
  }
  const sli: Sli = {
    node,
    metric: optional(metric, readQuery),
    good: optional(good, readQuery),
    bad: optional(bad, readQuery),
    total: optional(total, readQuery),
    op: optional(op, readOperator),
    value: optional(value, readBound),
    source: optional(source, () => source.text('the name of a metrics source')),
  };
  return node.errors === errorsBefore ? sli : undefined;
}

function optional<T>(
  node: DocumentNode,
  read: (present: DocumentNode) => T | undefined,
): T | undefined {
  return node.present ? read(node) : undefined;
}

function presentNames(fields: Record<string, DocumentNode>): string {
  return Object.keys(fields)
    .filter(name => fields[name].present)
    .join(' and ');
}

function readOperator(node: DocumentNode) {
  const value = readChoice(node, OPERATORS);
  return value && { node, value };
}

function readBound(node: DocumentNode) {
  const { value } = node;
  return typeof value === 'number' && Number.isFinite(value)
    ? { node, value }
    : node.expected('the bound of the value, as a number');
}
