import { createHash } from 'node:crypto';
import { DeliveryHistory, RecordedDeployment } from './DeliveryHistory';
import { DemoIncident } from './DemoIncident';
import { mondayOf } from './mondayOf';

const MINUTE = 60;
const WEEK = 7 * 86_400;

/** In which weeks they were, counted from the last one, which is 1. */
const WEEKS_AGO = [1, 1, 2, 3, 3, 4, 6, 9, 13, 20, 31, 44];

const TITLES = [
  'Pages answer slowly',
  'Errors after signing in',
  'Publishing stands still',
  'Search finds nothing',
  'Uploads fail',
];

/**
 * Incidents after some production deployments of a history: always the same for the same history. The newest is still
 * open; of every third somebody found out which version caused it.
 */
export function demoIncidents(history: DeliveryHistory): DemoIncident[] {
  const production = history.deployments.filter(
    ({ environment }) => environment === 'production',
  );
  const lastMonday = mondayOf(production[production.length - 1].committedAt);
  return WEEKS_AGO.map((weeksAgo, index) => {
    const from = lastMonday - (weeksAgo - 1) * WEEK;
    const place = index - WEEKS_AGO.indexOf(weeksAgo);
    const deployment = production
      .filter(({ committedAt }) => mondayOf(committedAt) === from)
      .sort((a, b) => draw(a, 0) - draw(b, 0))[place];
    const openedAt =
      deployment.committedAt +
      Math.round((4 + 86 * draw(deployment, 1)) * MINUTE);
    const minutes = 12 + 280 * draw(deployment, 2) ** 2;
    return {
      id: `demo-${WEEKS_AGO.length - index}`,
      service: deployment.service,
      title: TITLES[Math.floor(draw(deployment, 3) * TITLES.length)],
      openedAt,
      ...(index > 0 && { resolvedAt: openedAt + Math.round(minutes * MINUTE) }),
      ...(index % 3 === 0 && { version: deployment.imageTag }),
    };
  });
}

/** A number of [0, 1) that looks random; each deployment has several. */
function draw(deployment: RecordedDeployment, index: number): number {
  const digest = createHash('sha256').update(deployment.gitopsCommit).digest();
  return digest.readUInt32BE(4 * index) / 2 ** 32;
}
