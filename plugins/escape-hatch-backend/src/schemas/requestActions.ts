import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';

/** All that people do with a request by its routes. */
export const requestActions = [
  'submit',
  'edit',
  'approve',
  'reject',
  'request-changes',
  'withdraw',
  'revoke',
  'renew',
  'review',
  'confirm-owner',
] as const satisfies readonly RequestAction[];
