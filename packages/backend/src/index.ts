import { resolve } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { refuseDemoInProduction } from './productionGuard';

/** As app-config.yaml has it; sources of git repositories want to have it absolute. */
const STATE_DIRECTORY = '../../.demo';

async function start(): Promise<void> {
  process.env.GOLDEN_PATH_STATE_DIR = resolve(
    process.env.GOLDEN_PATH_STATE_DIR || STATE_DIRECTORY,
  );
  await refuseDemoInProduction();

  const backend = createBackend();

  // What this host does differently from the defaults
  backend.add(import('./errorResponses'));
  backend.add(import('./fileReader'));

  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-proxy-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
  backend.add(import('./demoSignIn'));

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./permissionPolicy'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
  backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
  backend.add(
    import('@backstage/plugin-scaffolder-backend-module-notifications'),
  );

  backend.add(import('@backstage/plugin-techdocs-backend'));
  backend.add(import('./techDocs'));

  // The engine for PostgreSQL steps aside on SQLite, where the index is kept in memory.
  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-pg'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));
  backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

  backend.add(import('@backstage/plugin-user-settings-backend'));
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('@golden-path/backstage-plugin-slo-backend'));
  backend.add(import('./portalSli'));
  backend.add(import('./demoSlo'));
  backend.add(import('@golden-path/backstage-plugin-dora-backend'));
  backend.add(import('./demoDora'));
  backend.add(import('@golden-path/backstage-plugin-escape-hatch-backend'));
  backend.add(import('./demoEscapeHatch'));
  backend.add(import('@golden-path/backstage-plugin-golden-path-backend'));
  backend.add(
    import(
      '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path'
    ),
  );
  backend.add(import('./demoGit'));

  await backend.start();
}

start();
