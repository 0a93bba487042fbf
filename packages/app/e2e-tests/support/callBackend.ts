import { APIRequestContext } from '@playwright/test';
import { backendUrl } from './backendUrl';

/** The demo's token for scripts. */
const TOKEN = 'golden-path-demo-token';

/** Asks the backend as a script of the demo would; with `body` it posts. */
export async function callBackend<T>(
  request: APIRequestContext,
  path: string,
  body?: object,
): Promise<T> {
  const response = await request.fetch(`${backendUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${TOKEN}` },
    data: body,
  });
  if (!response.ok()) {
    throw new Error(
      `${path} answered ${response.status()}: ${await response.text()}`,
    );
  }
  return response.json();
}
