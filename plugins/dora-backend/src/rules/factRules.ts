import type { DoraSettings } from '../settings';

/** The settings that facts are derived by, and stored with; other ones apply when numbers are read. */
export interface FactRules {
  timeZone: string;
  productionEnvironments: string[];
  hotfix: { branches: string[]; labels: string[] };
  revertDays: number;
}

/** Equal as JSON where they lead to equal facts. */
export function factRules(settings: DoraSettings): FactRules {
  const { timeZone, productionEnvironments, hotfix, revertDays } = settings;
  const distinct = (names: Iterable<string>) => [...new Set(names)].sort();
  return {
    timeZone,
    productionEnvironments: distinct(productionEnvironments),
    hotfix: {
      branches: distinct(hotfix.branches),
      labels: distinct(hotfix.labels),
    },
    revertDays,
  };
}
