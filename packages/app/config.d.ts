export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in by picking a user. Where this is configured the sign-in page lists its users, and
       * anyone can be any of them; a production host refuses to start.
       */
      demo?: {
        /**
         * The users on the sign-in page, in its order. They have to be in the catalog as well.
         * @deepVisibility frontend
         */
        users: Array<{
          /** Name of the user entity. */
          name: string;
          /** Name of the group entity, for users who belong to one. */
          team?: string;
          /** One sentence: what to try as this user. */
          hint: string;
        }>;
      };
    };
  };
}
