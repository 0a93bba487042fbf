import type {
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  escapeHatchRequestCreatePermission,
  escapeHatchRequestDecidePermission,
  escapeHatchRequestRevokePermission,
  type RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/**
 * The permission that each action needs, beside being the right person. Withdrawing needs none: nobody is kept from
 * asking for less.
 */
export const permissionOf: Record<
  RequestAction,
  BasicPermission | ResourcePermission | undefined
> = {
  submit: escapeHatchRequestCreatePermission,
  edit: escapeHatchRequestCreatePermission,
  renew: escapeHatchRequestCreatePermission,
  'confirm-owner': escapeHatchRequestCreatePermission,
  withdraw: undefined,
  approve: escapeHatchRequestDecidePermission,
  reject: escapeHatchRequestDecidePermission,
  'request-changes': escapeHatchRequestDecidePermission,
  revoke: escapeHatchRequestRevokePermission,
  review: escapeHatchRequestRevokePermission,
};
