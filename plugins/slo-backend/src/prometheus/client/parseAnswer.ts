import type { z } from 'zod';
import { describeFailure } from './describeFailure';
import { parseJson } from './parseJson';
import { PrometheusError } from './PrometheusError';
import { shorten } from './shorten';

/**
 * Reads an answer by its schema.
 *
 * @throws PrometheusError or PrometheusQueryError where it is anything else.
 */
export function parseAnswer<T extends z.ZodType>(options: {
  server: string;
  response: Response;
  text: string;
  schema: T;
}): z.output<T> {
  const { server, response, text, schema } = options;
  if (!response.ok) {
    throw describeFailure({ server, response, text });
  }
  const body = parseJson(text);
  if (body === undefined) {
    const contentType = response.headers.get('content-type') ?? 'no type';
    throw new PrometheusError(
      `${server} answered ${response.status} with ${contentType} that is no JSON: ` +
        `${shorten(text, 200) || 'no text'}`,
    );
  }
  const answer = schema.safeParse(body);
  if (!answer.success) {
    const [issue] = answer.error.issues;
    throw new PrometheusError(
      `${server} answered ${response.status} with JSON of another shape than Prometheus: ` +
        `at '${issue.path.join('.')}': ${issue.message}`,
    );
  }
  return answer.data;
}
