import { Document, Scalar, type YAMLMap } from 'yaml';

/** What a first SLO promises. */
export interface SloDraft {
  service: string;
  name: string;
  description?: string;
  /** Who on the product side agreed to the objective. */
  agreedWith?: string;
  indicator: SloIndicator;
  /** Fraction of 1. */
  objective: number;
  /** Such as `30d`. */
  window: string;
  policy: Array<{ threshold: number; action: string }>;
}

/** Requests that are good, by series as Prometheus has them; matchers are PromQL, without braces. */
export type SloIndicator =
  | {
      kind: 'availability';
      /** Which series are the service's. */
      selector: string;
      /** Name of a counter with one series per outcome. */
      counter: string;
      /** Matchers of the requests that succeed. */
      success: string;
    }
  | {
      kind: 'latency';
      selector: string;
      /** Name of a histogram's series of buckets, in seconds. */
      histogram: string;
      /** The longest that a good request takes, in seconds. */
      threshold: number;
    };

/** Explains the fields to whoever opens the file. */
const HEAD =
  ' Fields: https://github.com/golden-path/backstage-golden-path/blob/main/docs/slo/document-format.md';

/** A rate over so much works from a scrape interval of a minute on, which is Prometheus' default. */
const RANGE = '5m';

/** The YAML of a document with one SLO. Texts are quoted: nothing in them is YAML. */
export function renderSloDocument(draft: SloDraft): string {
  const { service, name, description, agreedWith, window, policy } = draft;
  const { metric, comment, target } = describeIndicator(draft);
  const document = new Document({
    service,
    slos: [
      {
        name,
        ...(description && { description }),
        ...(agreedWith && { agreed_with: agreedWith }),
        sli: { metric },
        target,
        window,
        ...(policy.length > 0 && { error_budget_policy: policy }),
      },
    ],
  });
  document.commentBefore = HEAD;
  const sli = document.getIn(['slos', 0, 'sli']) as YAMLMap;
  const query = sli.get('metric', true) as Scalar;
  query.type = Scalar.BLOCK_LITERAL;
  sli.commentBefore = comment;
  return (
    document
      .toString({
        defaultStringType: Scalar.QUOTE_DOUBLE,
        defaultKeyType: Scalar.PLAIN,
        lineWidth: 0,
      })
      // An empty line after the comment, which YAML does not need
      .replace(/^(#.*\n)\n/, '$1')
  );
}

function describeIndicator({ indicator, objective }: SloDraft): {
  metric: string;
  comment: string;
  target: number;
} {
  const { selector } = indicator;
  if (indicator.kind === 'latency') {
    const { histogram, threshold } = indicator;
    return {
      metric: [
        'histogram_quantile(',
        `  ${objective},`,
        `  sum by (le) (rate(${histogram}{${selector}}[${RANGE}]))`,
        ')',
      ].join('\n'),
      comment:
        ' Requests that take at most the target, in seconds, over all requests',
      target: threshold,
    };
  }
  const { counter, success } = indicator;
  return {
    metric: [
      `sum(rate(${counter}{${selector},${success}}[${RANGE}]))`,
      '/',
      `sum(rate(${counter}{${selector}}[${RANGE}]))`,
    ].join('\n'),
    comment: ' Requests that succeed over all requests',
    target: objective,
  };
}
