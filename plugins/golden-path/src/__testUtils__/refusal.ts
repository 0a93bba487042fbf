import { ResponseError } from '@backstage/errors';

/** What the client throws where the backend answers with an error. */
export function refusal(
  statusCode: number,
  message: string,
): Promise<ResponseError> {
  const body = {
    error: { name: 'InputError', message },
    request: { method: 'POST', url: '/api/golden-path/v1/template-checks' },
    response: { statusCode },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    }) as Parameters<typeof ResponseError.fromResponse>[0],
  );
}
