import { apiServiceIncidents } from '../demoSlo/apiServiceIncidents';
import { apiServiceReleases } from './apiServiceReleases';
import {
  DeliveryHistory,
  RecordedChange,
  RecordedDeployment,
} from './DeliveryHistory';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STORY_SECONDS = 35 * DAY;

const service = 'api-service';

/** How long before production a version reaches the environments. */
const lanes = [
  { environment: 'integration', before: 65 * MINUTE },
  { environment: 'staging', before: 40 * MINUTE },
  { environment: 'production', before: 0 },
];

/** When the version before is written back, so that the incident ends. */
const { start, seconds } = apiServiceIncidents.badDeployment;
const ROLLBACK_AT = start + seconds - 10 * MINUTE;

/**
 * What the git histories of `api-service` tell: made up, around the incidents that its error budget shows. Image tags
 * are the names of changes, in place of the SHAs that they will have.
 *
 * @param options.storyEnd - The Monday on which the first story ends, in seconds since the epoch.
 */
export function apiServiceHistory(options: {
  storyEnd: number;
}): DeliveryHistory {
  const storyStart = options.storyEnd - STORY_SECONDS;
  const deployments: RecordedDeployment[] = [];
  const changes: RecordedChange[] = [];
  const deploy = (imageTag: string, environment: string, at: number) =>
    deployments.push({
      service,
      environment,
      imageTag,
      previousImageTag: '',
      committedAt: storyStart + at,
      gitopsCommit: '',
    });

  let previous = '';
  for (const release of apiServiceReleases) {
    const at = secondsInto(release);
    for (const change of release.changes) {
      const mergedAt = storyStart + at - change.waitingHours * HOUR;
      changes.push({
        service,
        firstTag: '',
        pullRequest: change.pullRequest,
        title: change.title,
        sha: nameOf(change.pullRequest),
        firstCommitAt: mergedAt - change.codingHours * HOUR,
        mergedAt,
        commits: change.commits,
      });
    }
    const version = changes[changes.length - 1].sha;
    lanes.forEach(({ environment, before }) =>
      deploy(version, environment, at - before),
    );
    if (release.rolledBack) {
      deploy(previous, 'production', ROLLBACK_AT);
    }
    previous = version;
  }
  return { deployments, changes };
}

function secondsInto(release: { day: number; at: string }): number {
  const [hours, minutes] = release.at.split(':').map(Number);
  return release.day * DAY + hours * HOUR + minutes * MINUTE;
}

function nameOf(pullRequest: string): string {
  return `${service}#${pullRequest}`;
}
