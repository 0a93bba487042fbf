import { Config } from '@backstage/config';

/** Subject of the demo's service token. */
const SUBJECT = 'demo-ci';

/** The demo's service token, where one is configured. */
export function readDemoToken(config: Config): string | undefined {
  return config
    .getOptionalConfigArray('backend.auth.externalAccess')
    ?.find(
      access =>
        access.getString('type') === 'static' &&
        access.getString('options.subject') === SUBJECT,
    )
    ?.getString('options.token');
}
