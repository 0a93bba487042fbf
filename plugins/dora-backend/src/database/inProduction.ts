/**
 * That a row of `dora_deployments` is of the production tier, as an expression that no index serves: a planner that
 * knows no statistics, as SQLite's, or expects a service to have been deployed long ago, would read all of production
 * to find the few deployments of one service or owner.
 *
 * @param alias - of the table in the query
 */
export function inProduction(alias = 'dora_deployments'): string {
  return `case when ${alias}.production then 1 else 0 end = 1`;
}
