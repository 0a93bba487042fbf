import { ConfigSources } from '@backstage/config-loader';
import { findDemoCredentials } from './findDemoCredentials';

/**
 * Ends the process when a production host is configured with the demo's credentials.
 *
 * This runs before the backend starts: a throw inside a module would come while other plugins
 * already answer requests with these credentials.
 */
export async function refuseDemoInProduction(): Promise<void> {
  if (process.env.NODE_ENV !== 'production') {
    return;
  }
  const config = await ConfigSources.toConfig(ConfigSources.default({}));
  const found = findDemoCredentials(config);
  config.close();
  if (found.length > 0) {
    process.stderr.write(
      `Refusing to start with NODE_ENV=production: ${found.join(' and ')} ` +
        `would let anyone in with the demo's credentials; remove them as app-config.production.yaml does.\n`,
    );
    process.exit(1);
  }
}
