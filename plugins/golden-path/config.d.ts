export interface Config {
  goldenPath?: {
    /** Where the wizard offers to put repositories; any other address can be entered as well. */
    repositories?: Array<{
      /**
       * For people: `GitHub, orders team`.
       * @visibility frontend
       */
      title: string;
      /**
       * Address that repositories lie below, such as `https://github.com/acme`; with `gitops` that of the repository itself.
       * @visibility frontend
       */
      url: string;
      /**
       * What follows the name of a repository, such as `.git`; default nothing.
       * @visibility frontend
       */
      suffix?: string;
      /**
       * It is one repository, for GitOps files, that services share; default false.
       * @visibility frontend
       */
      gitops?: boolean;
    }>;
  };
}
