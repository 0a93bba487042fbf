import { RecordedDeployment } from './DeliveryHistory';
import { FastImport } from './FastImport';

/**
 * Makes a GitOps repository: a commit for each deployment. What ran before the first deployments is imported by one
 * commit.
 */
export async function buildGitopsRepository(options: {
  repository: string;
  deployments: RecordedDeployment[];
  /** What to write in place of an image tag; undefined for as it is. */
  imageTag(deployment: {
    service: string;
    imageTag: string;
  }): string | undefined;
}): Promise<void> {
  const fastImport = new FastImport();
  const written = (deployment: { service: string; imageTag: string }) =>
    options.imageTag(deployment) ?? deployment.imageTag;
  const content = (imageTag: string) =>
    `image:\n  tag: ${JSON.stringify(imageTag)}\n`;

  const imported: Record<string, string> = {};
  const seen = new Set<string>();
  for (const deployment of options.deployments) {
    const path = valuesFile(deployment);
    const { service, previousImageTag: imageTag } = deployment;
    if (!seen.has(path) && imageTag) {
      imported[path] = content(written({ service, imageTag }));
    }
    seen.add(path);
  }
  let main = fastImport.commit({
    at: options.deployments[0].committedAt - 60,
    message: 'Import what runs\n',
    files: { 'README.md': 'Which version runs where\n', ...imported },
    parents: [],
  });
  for (const deployment of options.deployments) {
    const { service, environment, gitopsCommit } = deployment;
    const imageTag = written(deployment);
    const subject = `Deploy ${service} ${imageTag} to ${environment}`;
    main = fastImport.commit({
      at: deployment.committedAt,
      message: gitopsCommit
        ? `${subject}\n\nReplays: ${gitopsCommit}\n`
        : `${subject}\n`,
      files: { [valuesFile(deployment)]: content(imageTag) },
      parents: [main],
    });
  }
  await fastImport.run(options.repository);
}

function valuesFile({ environment, service }: RecordedDeployment): string {
  return `environments/${environment}/${service}/values.yaml`;
}
