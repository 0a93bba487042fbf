/** Why a deployment counts for nothing; undefined where it counts. */
export function exclusion(deployment: {
  environment: string;
  production: boolean;
  version: string;
  outcome: 'success' | 'failure';
  kind: string;
}): string | undefined {
  const { environment, version, kind } = deployment;
  if (!deployment.production) {
    return `The environment “${environment}” is not in the list of production environments.`;
  }
  switch (kind) {
    case 'config':
      return 'Config commit: the file changed, the tag did not.';
    case 'redeploy':
      return `Redeploy: ${version} ran here already.`;
    case 'promotion':
      return `Promotion: ${version} ran in another production environment before.`;
    default:
      return deployment.outcome === 'failure'
        ? 'The rollout failed: it did not reach production.'
        : undefined;
  }
}
