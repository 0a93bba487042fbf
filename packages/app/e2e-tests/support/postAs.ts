import { APIRequestContext, APIResponse } from '@playwright/test';
import { backendUrl } from './backendUrl';

/** Posts to the backend with a user's own token, past what the pages offer. */
export async function postAs(
  request: APIRequestContext,
  user: string,
  path: string,
  body: object,
): Promise<APIResponse> {
  const session = await request.get(`${backendUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
  });
  const { backstageIdentity } = await session.json();
  return request.post(`${backendUrl}${path}`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
    data: body,
  });
}
