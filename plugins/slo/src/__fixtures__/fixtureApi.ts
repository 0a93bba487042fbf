import type {
  EntityBudget,
  HistoryMark,
  SloApi,
  SloDetail,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { episodesOf, historyOf, policyChanges } from './history';
import { availabilityDetail, latencyDetail } from './slos';

const unused = () => Promise.reject(new Error('Not part of this fixture'));

/** A backend in the state that `budget` describes; methods can be replaced. */
export function fixtureApi(
  budget: EntityBudget,
  options: { marks?: HistoryMark[]; overrides?: Partial<SloApi> } = {},
): SloApi {
  const { marks = [], overrides } = options;
  const find = (id: string): SloStatus => {
    const slo = budget.slos.find(status => status.id === id);
    if (!slo) {
      throw new Error(`No SLO found with id '${id}'`);
    }
    return slo;
  };
  return {
    listSlos: unused,
    pushSamples: unused,
    validate: unused,
    getEntityBudget: async () => budget,
    getSlo: async id => detailOf(find(id)),
    getHistory: async (id, query = {}) => {
      const slo = find(id);
      const [gap] = slo.data.state === 'partial' ? slo.data.gaps.slice(1) : [];
      return historyOf(slo, query, { gap, marks });
    },
    getEpisodes: async (id, { limit = 50 } = {}) => {
      const all = episodesOf(find(id), marks.length > 0);
      const items = all.slice(0, limit);
      return {
        items,
        ...(items.length < all.length && { nextCursor: 'next' }),
      };
    },
    getPolicyHistory: async (_, { limit = 50 } = {}) => ({
      items: policyChanges.slice(0, limit),
      ...(policyChanges.length > limit && { nextCursor: 'next' }),
    }),
    ...overrides,
  };
}

/** A backend that never answers. */
export const silentApi = fixtureApi(
  { slos: [], reason: null, problems: [] },
  { overrides: { getEntityBudget: () => new Promise(() => {}) } },
);

/** A backend that cannot be reached. */
export const brokenApi = fixtureApi(
  { slos: [], reason: null, problems: [] },
  {
    overrides: {
      getEntityBudget: () => Promise.reject(new TypeError('Failed to fetch')),
    },
  },
);

function detailOf(slo: SloStatus): SloDetail {
  const detail = slo.name === 'latency' ? latencyDetail : availabilityDetail;
  return { ...detail, ...slo };
}
