/** A rollout of `api-service` to production, and what it brought. */
export interface ApiServiceRelease {
  /** Days since the Monday on which the story begins, and the time of day, UTC. */
  day: number;
  at: `${number}:${number}`;
  /** Whether the version before is written back in the end. */
  rolledBack?: true;
  changes: {
    pullRequest: string;
    title: string;
    commits: number;
    /** From its first commit to its merge. */
    codingHours: number;
    /** From its merge to production. */
    waitingHours: number;
  }[];
}

const change = (
  pullRequest: string,
  title: string,
  commits: number,
  codingHours: number,
  waitingHours: number,
) => ({ pullRequest, title, commits, codingHours, waitingHours });

/** Made up, around the incidents of the story; the one of day 23 goes wrong. */
export const apiServiceReleases: ApiServiceRelease[] = [
  {
    day: -20,
    at: '10:12',
    changes: [change('381', 'Answer HEAD requests', 1, 4.5, 19)],
  },
  {
    day: -13,
    at: '13:40',
    changes: [
      change('384', 'Keep the currency of an order', 3, 28, 94),
      change('386', 'Say which field of an order is wrong', 2, 6, 22),
    ],
  },
  {
    day: -5,
    at: '09:55',
    changes: [change('389', 'Send orders to the new warehouse', 5, 52, 17)],
  },
  {
    day: 1,
    at: '10:31',
    changes: [
      change('390', 'Drop the old order numbers', 1, 3, 90),
      change('392', 'Time out calls to the warehouse', 2, 9, 18),
    ],
  },
  {
    day: 8,
    at: '11:17',
    changes: [change('395', 'Log the order of a failed payment', 1, 2, 20)],
  },
  {
    day: 10,
    at: '14:48',
    changes: [
      change('396', 'Count orders by warehouse', 2, 7, 24),
      change('397', 'Page through orders', 4, 26, 5),
    ],
  },
  {
    day: 16,
    at: '13:25',
    changes: [change('401', 'Index orders by customer', 2, 3, 2)],
  },
  {
    day: 22,
    at: '10:05',
    changes: [
      change('403', 'Accept orders without an address', 3, 44, 90),
      change('406', 'Retry a payment once', 2, 8, 17),
    ],
  },
  {
    day: 23,
    at: '14:02',
    rolledBack: true,
    changes: [
      change('408', 'Cache prices for a minute', 2, 21, 4),
      change('409', 'Hold connections to the warehouse open', 3, 27, 2),
    ],
  },
  {
    day: 24,
    at: '11:30',
    changes: [
      change('413', 'Close connections that time out', 1, 2.5, 1.5),
      change('414', 'Alert before connections run out', 1, 1, 1.25),
    ],
  },
  {
    day: 29,
    at: '10:40',
    changes: [change('415', 'Show the state of a return', 3, 30, 92)],
  },
  {
    day: 32,
    at: '09:50',
    changes: [
      change('418', 'Try another network zone after a time-out', 2, 6, 18),
    ],
  },
];
