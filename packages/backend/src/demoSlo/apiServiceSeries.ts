import { DemoSeries } from './DemoSeries';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A Tuesday morning. */
const slowDatabase = {
  start: 15 * DAY + 9 * HOUR + 20 * MINUTE,
  seconds: 45 * MINUTE,
};
/** A Wednesday afternoon, three minutes after a deployment; it takes the budget below one half. */
const badDeployment = {
  start: 23 * DAY + 14 * HOUR + 5 * MINUTE,
  seconds: 105 * MINUTE,
};
/** A Thursday morning. */
const brokenNetwork = {
  start: 31 * DAY + 6 * HOUR + 5 * MINUTE,
  seconds: 65 * MINUTE,
};

/** By the names of the SLOs in the document of `api-service`. */
export const apiServiceSeries: Record<string, DemoSeries> = {
  // 62 % of the budget of 30 d: 20 % by and by, 5 %, 34 % and 3 % in the incidents
  availability: {
    requestsPerMinute: 868,
    badPerLoad: 0.002,
    incidents: [
      { ...slowDatabase, bad: 0.21 },
      { ...badDeployment, bad: 0.44 },
      { ...brokenNetwork, bad: 0.13 },
    ],
  },
  // 28 % of the budget of 30 d: 20 % by and by, 8 % in the incidents
  latency: {
    requestsPerMinute: 27,
    badPerLoad: 0.02,
    incidents: [
      { ...slowDatabase, bad: 0.6 },
      { ...badDeployment, bad: 0.65 },
      { ...brokenNetwork, bad: 0.6 },
    ],
  },
};
