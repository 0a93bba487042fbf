import { CommonValidatorFunctions } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

const USER_HEADER = 'x-demo-user';

/** Trusts the request's word for who is asking: there is no secret behind it. */
export const demoAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ userName }: { userName: string }) => ({
    profile: { displayName: userName },
  }),
  initialize: () => undefined,
  async authenticate({ req }) {
    const userName = req.header(USER_HEADER);
    if (!userName) {
      throw new AuthenticationError(
        `Expected the header '${USER_HEADER}' to name a user of the demo, got none`,
      );
    }
    if (!CommonValidatorFunctions.isValidDnsLabel(userName)) {
      throw new AuthenticationError(
        `Expected the header '${USER_HEADER}' to be the name of a user entity`,
      );
    }
    return { result: { userName } };
  },
});
