import { createApp } from '@backstage/frontend-defaults';
import { demoTextsModule } from './modules/demoTexts';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** Plugins come from the dependencies of this package; see `app.packages` in app-config.yaml. */
export default createApp({
  features: [demoTextsModule, homeModule, navModule, signInModule],
});
