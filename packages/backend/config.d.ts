export interface Config {
  backend?: {
    reading?: {
      /**
       * Folders whose files may be read through `file:` URLs, for example the SLO documents of the
       * demo's components. Relative paths are resolved against the backend's working directory.
       * The folders of the catalog's own file locations are added to them. Neither `..` nor a link leads out of them. Meant for development: leave it out elsewhere.
       */
      fileRoots?: string[];
    };
  };

  demo?: {
    /**
     * The demo's delivery history. Relative paths are resolved against the backend's working directory. Nothing is
     * made of it unless the demo's sign-in is configured too.
     */
    delivery?: {
      /** Folder of `deployments.csv` and `changes.csv`. */
      records: string;
      /**
       * Folder of the demo's git repositories: those that are rebuilt from the records when the demo first starts, and
       * those that are pushed to its git server, at `/api/demo-git` of the backend.
       */
      repositories: string;
    };
  };
}
