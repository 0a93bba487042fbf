import { apiServiceIncidents } from './apiServiceIncidents';
import { DemoSeries } from './DemoSeries';

const { slowDatabase, badDeployment, brokenNetwork } = apiServiceIncidents;

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
