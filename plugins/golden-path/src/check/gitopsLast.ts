/** Where templates put what goes to the GitOps repository. */
const GITOPS = 'gitops';

/** Orders the folders at the top: the service's own repository first. */
export function gitopsLast(a: string, b: string): number {
  return Number(a === GITOPS) - Number(b === GITOPS);
}
