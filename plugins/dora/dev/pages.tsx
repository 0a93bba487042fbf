import { PageBlueprint } from '@backstage/frontend-plugin-api';

/** The pages below the overview at their own paths, so that links between them lead there. */
export const pages = [
  PageBlueprint.make({
    name: 'deployments',
    params: {
      path: '/deployments',
      title: 'DORA',
      loader: () =>
        import('./PagesGallery').then(m => <m.DeploymentsGallery />),
    },
  }),
  PageBlueprint.make({
    name: 'data-quality',
    params: {
      path: '/data-quality',
      title: 'DORA',
      loader: () =>
        import('./PagesGallery').then(m => <m.DataQualityGallery />),
    },
  }),
  PageBlueprint.make({
    name: 'reviews',
    params: {
      path: '/reviews',
      title: 'DORA',
      loader: () => import('./PagesGallery').then(m => <m.ReviewsGallery />),
    },
  }),
  PageBlueprint.make({
    name: 'states',
    params: {
      path: '/states',
      title: 'DORA',
      loader: () => import('./PagesGallery').then(m => <m.StatesGallery />),
    },
  }),
];
