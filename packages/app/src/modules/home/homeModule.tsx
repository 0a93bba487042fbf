import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/** The page at `/`, in place of the home plugin's grid of widgets. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: async () => {
          const { HomePage } = await import('./HomePage');
          return () => <HomePage />;
        },
      },
    }),
  ],
});
