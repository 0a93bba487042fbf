import { useSearchParams } from 'react-router-dom';
import type { DeploymentQuery } from '@golden-path/backstage-plugin-dora-common';

/** Every environment, not only those of the production tier. */
export const ALL_ENVIRONMENTS = 'all';
/** All environments of the production tier; what is shown unless the URL says otherwise. */
export const PRODUCTION = 'production';

export const OUTCOMES = ['all', 'success', 'failed', 'failure'] as const;
export type OutcomeFilter = (typeof OUTCOMES)[number];

/** What the list is narrowed to, by the URL: `?environment=staging&outcome=failed`. */
export interface DeploymentFilters {
  environment: string;
  outcome: OutcomeFilter;
  setEnvironment: (environment: string) => void;
  setOutcome: (outcome: OutcomeFilter) => void;
  /** The same for the API. */
  query: Pick<DeploymentQuery, 'environment' | 'outcome'>;
}

export function useDeploymentFilters(): DeploymentFilters {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string, standard: string) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before);
        if (value === standard) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  const environment = search.get('environment') || PRODUCTION;
  const outcome =
    OUTCOMES.find(name => name === search.get('outcome')) ?? 'all';
  return {
    environment,
    outcome,
    setEnvironment: value => set('environment', value, PRODUCTION),
    setOutcome: value => set('outcome', value, 'all'),
    query: {
      ...(environment !== ALL_ENVIRONMENTS && { environment }),
      ...(outcome !== 'all' && { outcome }),
    },
  };
}
