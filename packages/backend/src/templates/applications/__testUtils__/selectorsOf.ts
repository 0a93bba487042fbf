/** A metric and the names of the labels that a query selects it by. */
export interface Selector {
  metric: string;
  labels: string[];
}

/** The selectors in PromQL as plain as that of the templates' SLO documents. */
export function selectorsOf(query: string): Selector[] {
  return [...query.matchAll(/([a-zA-Z_:][\w:]*)\{([^}]*)\}/g)].map(
    ([, metric, matchers]) => ({
      metric,
      labels: [...matchers.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map(
        ([, label]) => label,
      ),
    }),
  );
}
