import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import { APIRequestContext } from '@playwright/test';
import { callBackend } from './callBackend';

/** What the card of a component shows, as the backend has it. */
export function readBudget(
  request: APIRequestContext,
  component: string,
): Promise<EntityBudget> {
  return callBackend(
    request,
    `/api/slo/v1/entities/component/default/${component}/budget`,
  );
}
