import { apiServiceStory } from './apiServiceStory';
import { CdEvent } from './cdEvent';
import { DeliveryHistory } from './DeliveryHistory';
import { DemoDelivery } from './DemoDelivery';
import { demoIncidents } from './demoIncidents';
import { deploymentEvents } from './deploymentEvents';
import { incidentEvents } from './incidentEvents';
import { mondayOf } from './mondayOf';
import { moveHistory } from './moveHistory';

/** The service whose pipeline reports what it rolls out, beside the GitOps repository. */
const REPORTING_SERVICE = 'smart-answers';

/** All that the demo reports beside its repositories. */
export function demoReportEvents(
  recorded: DeliveryHistory,
  delivery: DemoDelivery,
): CdEvent[] {
  const history = moveHistory(recorded, delivery.weeksForward);
  const story = apiServiceStory({
    storyEnd: mondayOf(Date.parse(delivery.startedAt) / 1_000),
    badVersion: delivery.apiServiceVersions['api-service#409'],
  });
  return [
    ...[...demoIncidents(history), ...story].flatMap(incidentEvents),
    ...deploymentEvents(history, REPORTING_SERVICE),
  ];
}
