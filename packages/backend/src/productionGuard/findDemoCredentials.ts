import { Config } from '@backstage/config';

const DEMO_TOKEN = 'golden-path-demo-token';

/**
 * Names the configuration keys through which anyone could sign in without a secret:
 * the demo's sign-in, and its published service token.
 */
export function findDemoCredentials(config: Config): string[] {
  const signIn = config.has('auth.providers.demo')
    ? ['auth.providers.demo']
    : [];
  const tokens = config.getOptionalConfigArray('backend.auth.externalAccess');
  const demoTokens = (tokens ?? []).flatMap((access, index) =>
    access.getOptional('options.token') === DEMO_TOKEN
      ? [`backend.auth.externalAccess[${index}]`]
      : [],
  );
  return [...signIn, ...demoTokens];
}
