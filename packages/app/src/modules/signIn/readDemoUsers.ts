import { ConfigApi } from '@backstage/core-plugin-api';

export interface DemoUser {
  name: string;
  team?: string;
  hint: string;
}

/** The users that the sign-in page offers, or undefined where the demo's sign-in is off. */
export function readDemoUsers(config: ConfigApi): DemoUser[] | undefined {
  return config
    .getOptionalConfigArray('auth.providers.demo.users')
    ?.map(user => ({
      name: user.getString('name'),
      team: user.getOptionalString('team'),
      hint: user.getString('hint'),
    }));
}
