import { apiServiceIncidents } from '../demoSlo/apiServiceIncidents';
import { DemoIncident } from './DemoIncident';

const MINUTE = 60;
const STORY_SECONDS = 35 * 86_400;

/** Until somebody notices. */
const DETECTION = 4 * MINUTE;

/**
 * The incidents that the error budget of `api-service` shows. Only one is due to a deployment, and says so.
 *
 * @param options.storyEnd - The Monday on which the first story ends, in seconds since the epoch.
 */
export function apiServiceStory(options: {
  storyEnd: number;
  /** What was deployed before the incident that is due to a deployment. */
  badVersion: string;
}): DemoIncident[] {
  const incident = (
    id: string,
    title: string,
    { start, seconds }: { start: number; seconds: number },
  ) => {
    const startedAt = options.storyEnd - STORY_SECONDS + start;
    return {
      id,
      service: 'api-service',
      title,
      openedAt: startedAt + DETECTION,
      resolvedAt: startedAt + seconds,
    };
  };
  const { slowDatabase, badDeployment, brokenNetwork } = apiServiceIncidents;
  return [
    incident('400', 'Orders are slow: the database is busy', slowDatabase),
    {
      ...incident(
        '412',
        'Orders fail: connections to the warehouse run out',
        badDeployment,
      ),
      version: options.badVersion,
    },
    incident('417', 'Orders fail from one network zone', brokenNetwork),
  ];
}
