const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What went wrong with `api-service`, in seconds from the beginning of the story that `storyTime` tells. */
export const apiServiceIncidents = {
  /** A Tuesday morning. */
  slowDatabase: {
    start: 15 * DAY + 9 * HOUR + 20 * MINUTE,
    seconds: 45 * MINUTE,
  },
  /** A Wednesday afternoon, three minutes after a deployment; it takes the budget below one half. */
  badDeployment: {
    start: 23 * DAY + 14 * HOUR + 5 * MINUTE,
    seconds: 105 * MINUTE,
  },
  /** A Thursday morning. */
  brokenNetwork: {
    start: 31 * DAY + 6 * HOUR + 5 * MINUTE,
    seconds: 65 * MINUTE,
  },
};
