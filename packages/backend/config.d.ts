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
}
