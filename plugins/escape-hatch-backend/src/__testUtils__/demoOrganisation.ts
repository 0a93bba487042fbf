/** The demo's people and teams, and the seed's service. */
export function demoOrganisation() {
  return {
    groups: {
      'platform-team': { members: ['platform-lead', 'platform-engineer'] },
      'ml-team': { members: ['ml-lead', 'ml-engineer'] },
      'security-team': { members: ['security-reviewer'] },
    },
    users: [
      'platform-lead',
      'platform-engineer',
      'ml-lead',
      'ml-engineer',
      'security-reviewer',
      'outsider',
      'guest',
    ],
    components: {
      'special-ml-workload': { owners: ['ml-team'] },
      'api-service': { owners: ['platform-team'] },
    },
  };
}
