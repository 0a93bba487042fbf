export interface Config {
  goldenPath?: {
    git?: {
      /**
       * Git servers that templates may publish to, beside the hosts of `integrations`. A repository has to lie below one of
       * the URLs.
       */
      remotes?: Array<{
        /** Beginning of the repositories' URLs, `https://git.example.com/shop`; without credentials. */
        url: string;
        /** Sent with the token; default `git`. */
        username?: string;
        /**
         * Password or access token, sent to the URL's origin alone.
         *
         * @visibility secret
         */
        token?: string;
      }>;
    };

    policies?: {
      /**
       * Prefixes of images that may be used, such as `ghcr.io/example`; without any, all that are fixed by digest or by the
       * full SHA of a commit.
       */
      registries?: string[];
    };
  };
}
