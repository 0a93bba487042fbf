import type {
  DoraApi,
  Review,
  ReviewChange,
} from '@golden-path/backstage-plugin-dora-common';
import { fixtureApi } from './fixtureApi';
import { organisation } from './metrics';
import { excluded, findings, sourcesInEachState } from './quality';
import { october, september } from './reviewed';
import { support522, support522Overruled } from './support522';

/** A backend with a failed deployment, two reviews and findings, that takes decisions and keeps them. */
export function decidingApi(overrides: Partial<DoraApi> = {}): DoraApi {
  let deployment = support522;
  let reviews = [october, september];

  const find = (id: string): Review => {
    const review = reviews.find(item => item.id === id);
    if (!review) {
      throw new Error(`No review found with id '${id}'`);
    }
    return review;
  };

  return fixtureApi(organisation, {
    getDeployment: async () => deployment,
    overruleFailure: async ({ reason }) => {
      deployment = {
        ...support522Overruled,
        overrule: { ...support522Overruled.overrule!, reason },
      };
      return deployment;
    },
    listIncidents: async () => ({
      items: [
        {
          id: 'incident-7',
          title: 'Support requests are not sent',
          source: 'pagerduty',
          severity: 'page',
          entityRefs: ['component:default/support'],
          environment: 'production',
          openedAt: '2026-01-29T09:20:00Z',
          resolvedAt: '2026-01-29T09:50:00Z',
          demo: true,
        },
      ],
    }),
    getDataQuality: async () => ({ findings }),
    listSources: async () => ({ items: sourcesInEachState }),
    listExcluded: async ({ code } = {}) => ({
      items: excluded.filter(item => !code || item.code === code),
    }),
    listReviews: async () => ({ items: reviews, ready: ['2026-08'] }),
    getReview: async id => find(id),
    exportReviewCsv: async id =>
      `section,name,value\r\nreview,month,${find(id).month}\r\n`,
    createReview: async draft => {
      const created: Review = {
        ...october,
        ...draft,
        id: `review-${draft.month}`,
        reviewedAt: '2026-11-23T15:00:00Z',
        actions: draft.actions.map((action, i) => ({
          ...action,
          id: `new-${i}`,
          state: 'open',
          overdue: false,
        })),
      };
      reviews = [...reviews, created];
      return created;
    },
    updateReview: async (id, change) => {
      const changed = changeReview(find(id), change);
      reviews = reviews.map(item => (item.id === id ? changed : item));
      return changed;
    },
    ...overrides,
  });
}

function changeReview(review: Review, change: ReviewChange): Review {
  const { notes = review.notes, actions: changes = [] } = change;
  const actions = review.actions.map(action => ({
    ...action,
    ...changes.find(({ id }) => id === action.id),
    id: action.id,
  }));
  const added = changes
    .filter(({ id }) => id === undefined)
    .map(({ title = '', owner = '', dueDate = '' }, i) => ({
      id: `added-${review.actions.length + i}`,
      title,
      owner,
      dueDate,
      state: 'open' as const,
      overdue: false,
    }));
  return { ...review, notes, actions: [...actions, ...added] };
}
