import type { Indicator } from '../definition/Indicator';
import { descendants } from './descendants';
import { parsePromql } from './parsePromql';

/** Labels that instrumentation libraries name a request's target by, the usual ones first. */
const TARGET_LABELS = ['path', 'route', 'handler', 'endpoint', 'uri'];

/**
 * What an indicator counts, for people: `POST /api/orders` where the query selects one target by an exact label
 * value, with the method where it selects that too. Undefined where it counts more than one.
 *
 * @public
 */
export function indicatorSubject(indicator: Indicator): string | undefined {
  if (indicator.form === 'slices') {
    return undefined;
  }
  const query = parsePromql(indicator.total);
  const exact = new Map<string, string>();
  for (const matcher of descendants(query.expression, 'UnquotedLabelMatcher')) {
    const label = matcher.getChild('LabelName');
    const value = matcher.getChild('StringLiteral');
    if (label && value && matcher.getChild('MatchOp')?.getChild('EqlSingle')) {
      exact.set(query.textOf(label), query.textOf(value).slice(1, -1));
    }
  }
  const target = TARGET_LABELS.map(label => exact.get(label)).find(Boolean);
  const method = exact.get('method');
  return target && (method ? `${method} ${target}` : target);
}
