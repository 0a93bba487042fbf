/**
 * What the platform decides of its policies on pods.
 *
 * @public
 */
export interface PolicySettings {
  /**
   * Prefixes of image names that are allowed, such as `ghcr.io/example`: an image is allowed whose name is one of them or
   * continues it after a `/`. Names are compared as they are written; `nginx` is not `docker.io/library/nginx`. Empty
   * allows all.
   */
  registries: string[];
}
