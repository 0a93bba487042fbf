import { join } from 'node:path';
import { DeliveryHistory } from './DeliveryHistory';
import { buildGitopsRepository } from './buildGitopsRepository';
import { buildServiceRepository } from './buildServiceRepository';

/**
 * Makes bare repositories of a history in a folder: `<service>.git` for each service, and `gitops.git`. An image tag
 * that is the SHA of a change becomes the SHA that the change has there.
 *
 * @returns the SHAs there of each service's changes, by the SHAs that they replay
 */
export async function buildRepositories(options: {
  folder: string;
  history: DeliveryHistory;
  /** Is told what has been made. */
  progress?(made: string): void;
}): Promise<Map<string, Map<string, string>>> {
  const { folder, progress = () => {} } = options;
  const { changes, deployments } = options.history;
  const rebuilt = new Map<string, Map<string, string>>();
  for (const service of new Set(changes.map(change => change.service))) {
    const own = changes.filter(change => change.service === service);
    rebuilt.set(
      service,
      await buildServiceRepository({
        repository: join(folder, `${service}.git`),
        changes: own,
      }),
    );
    progress(`${service}.git, ${own.length} changes`);
  }
  await buildGitopsRepository({
    repository: join(folder, 'gitops.git'),
    deployments,
    imageTag: ({ service, imageTag }) => rebuilt.get(service)?.get(imageTag),
  });
  progress(`gitops.git, ${deployments.length} deployments`);
  return rebuilt;
}
