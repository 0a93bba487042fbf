import { ResponseError } from '@backstage/errors';

/** What the client throws where the backend answers with an error. */
export function refusal(
  statusCode: number,
  message: string,
): Promise<ResponseError> {
  const body = {
    error: { name: 'NotAllowedError', message },
    request: { method: 'GET', url: '/api/escape-hatch/v1/requests' },
    response: { statusCode },
  };
  const response = new Response(JSON.stringify(body), {
    status: statusCode,
    headers: { 'Content-Type': 'application/json' },
  });
  Object.defineProperty(response, 'url', {
    value: 'http://localhost:7007/api/escape-hatch/v1/requests?scope=all',
  });
  return ResponseError.fromResponse(
    response as Parameters<typeof ResponseError.fromResponse>[0],
  );
}
