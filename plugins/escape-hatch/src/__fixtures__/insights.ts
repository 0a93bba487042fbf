import type { Insights } from '@golden-path/backstage-plugin-escape-hatch-common';

const service = (name: string) => `component:default/${name}`;
const team = (name: string) => `group:default/${name}-team`;

/** Three teams ask to leave the same rule. */
export const insights: Insights = {
  from: '2026-08-25T15:00:00Z',
  to: '2026-11-23T15:00:00Z',
  timeZone: 'Europe/London',
  servicesTotal: 10,
  rules: [
    {
      rule: 'read-only-root',
      title: 'Containers do not write to their root file system',
      requests: 5,
      active: 3,
      owners: [team('ml'), team('platform'), team('publishing')],
      services: [
        service('finder-frontend'),
        service('signon'),
        service('smart-answers'),
        service('special-ml-workload'),
      ],
      numbers: [6, 8, 10, 16, 17],
      signal: 'golden-path-needs-updating',
      teamsBelow: 0,
    },
    {
      rule: 'image-scan-critical',
      title: 'Images have no critical vulnerabilities',
      requests: 2,
      active: 1,
      owners: [team('platform'), team('publishing')],
      services: [service('release'), service('signon')],
      numbers: [5, 9],
      signal: null,
      teamsBelow: 1,
    },
    {
      rule: 'probes',
      title: 'Containers have probes',
      requests: 2,
      active: 1,
      owners: [team('publishing')],
      services: [service('manuals-publisher'), service('publisher')],
      numbers: [7, 13],
      signal: null,
      teamsBelow: 2,
    },
  ],
  unused: ['request-8'],
  notNeeded: ['request-7'],
  closable: [
    {
      id: 'request-7',
      number: 7,
      entityRef: service('manuals-publisher'),
      rules: ['probes'],
      reason: 'not-needed',
      since: '2026-11-09T09:00:00Z',
    },
    {
      id: 'request-8',
      number: 8,
      entityRef: service('special-ml-workload'),
      rules: ['read-only-root'],
      reason: 'unused',
      since: '2026-10-14T10:00:00Z',
    },
  ],
  issues: true,
};
