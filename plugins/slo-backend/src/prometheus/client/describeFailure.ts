import { failedAnswer } from './prometheusAnswer';
import { PrometheusError } from './PrometheusError';
import { PrometheusQueryError } from './PrometheusQueryError';
import { parseJson } from './parseJson';
import { shorten } from './shorten';

/** Turns an answer that is no success into the error that says whose fault it is. */
export function describeFailure(options: {
  server: string;
  response: Response;
  text: string;
}): Error {
  const { server, response, text } = options;
  const status = `${response.status} ${response.statusText}`.trim();
  const failed = failedAnswer.safeParse(parseJson(text));

  if (failed.success) {
    const { errorType, error } = failed.data;
    const reason = `${shorten(error, 500)} (${errorType})`;
    if (response.status === 400 || response.status === 422) {
      return new PrometheusQueryError(
        'refused',
        `${server} refuses the query: ${reason}`,
      );
    }
    if (errorType === 'timeout') {
      return new PrometheusQueryError(
        'timed-out',
        `${server} gave up the query: ${reason}`,
      );
    }
  }

  const retryAfter = response.headers.get('retry-after');
  if (response.status === 429 || response.status === 503) {
    const wait = retryAfter
      ? `; it asks to wait (Retry-After: ${shorten(retryAfter, 40)})`
      : '';
    return new PrometheusError(
      `${server} takes no queries at present: ${status}${wait}`,
    );
  }
  if (response.status === 401 || response.status === 403) {
    return new PrometheusError(
      `${server} refuses access: ${status}; check its credentials in the configuration`,
    );
  }
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location) {
    return new PrometheusError(
      `${server} redirects elsewhere: ${status}; configure the address that answers itself`,
    );
  }
  const detail = failed.success ? failed.data.error : text;
  return new PrometheusError(
    `${server} answered ${status}: ${shorten(detail, 200) || 'no text'}`,
  );
}
