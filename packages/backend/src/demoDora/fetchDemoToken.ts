import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { fetchAsPortal } from '../portalSli/fetchAsPortal';

/** Signs in as a user of the demo, through the door of the sign-in page. */
export async function fetchDemoToken(options: {
  discovery: DiscoveryService;
  user: string;
}): Promise<string> {
  const baseUrl = await options.discovery.getBaseUrl('auth');
  const response = await fetchAsPortal(`${baseUrl}/demo/refresh`, {
    headers: { 'x-demo-user': options.user },
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
