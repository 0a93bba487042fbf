import { artifactId } from './artifactId';
import { CdEvent, cdEvent } from './cdEvent';
import { DeliveryHistory } from './DeliveryHistory';
import { mondayOf } from './mondayOf';

const MINUTE = 60;

/**
 * What pipelines that report what they roll out would add to a GitOps history: here for one service, in its last week
 * of deployments, some minutes after the commits.
 */
export function deploymentEvents(
  history: DeliveryHistory,
  service: string,
): CdEvent[] {
  const production = history.deployments.filter(
    deployment =>
      deployment.service === service && deployment.environment === 'production',
  );
  const last = production[production.length - 1];
  const from = mondayOf(last.committedAt);
  return production
    .filter(({ committedAt }) => committedAt >= from)
    .map(({ imageTag, committedAt }) =>
      cdEvent({
        id: `service-${service}-${imageTag}-${committedAt}`,
        subject: 'service',
        predicate: 'deployed',
        subjectId: service,
        at: committedAt + 4 * MINUTE,
        content: { artifactId: artifactId(service, imageTag) },
      }),
    );
}
