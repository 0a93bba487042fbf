/**
 * A repository, as templates need it.
 *
 * @public
 */
export interface Repository {
  /** Which API makes and changes it; `git` where only the protocol of git is known. */
  kind: 'github' | 'gitlab' | 'git';
  /** What git clones: `https://github.com/shop/orders-api`, `https://git.example.com/shop/orders-api.git`. */
  url: string;
  /** With the port where there is one. */
  host: string;
  /** The path before the name, without slashes at its ends; empty where there is none. */
  owner: string;
  /** Without `.git`. */
  name: string;
  /** Where people look at it. */
  webUrl: string;
  /** As the fields and actions of Backstage name it: `github.com?owner=shop&repo=orders-api`. */
  picker: string;
}
