import { PageBlueprint } from '@backstage/frontend-plugin-api';

/** What stands where there is no number, state by state. */
export const pages = [
  PageBlueprint.make({
    name: 'states',
    params: {
      path: '/states',
      title: 'States',
      loader: () => import('./StatesGallery').then(m => <m.StatesGallery />),
    },
  }),
];
