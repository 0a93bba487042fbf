import ErrorIcon from '@material-ui/icons/Error';
import { ResponseError } from '@backstage/errors';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

/** A request failed: what was asked, what came back, and the way to try again. */
export function LoadError(props: { error: Error; retry: () => void }) {
  const { error, retry } = props;
  const t = useDoraTranslation();
  const answer = error instanceof ResponseError ? error : undefined;
  // What a 4xx says is meant for its reader; behind a 5xx there are inner workings.
  const message =
    answer && answer.statusCode < 500 ? answer.body.error.message : undefined;
  const isSilent = !answer || [502, 503, 504].includes(answer.statusCode);
  const fallback = isSilent
    ? t('state.loadError.silent')
    : t('state.loadError.answered');
  return (
    <div role="alert">
      <StateBody>
        <IconWord icon={ErrorIcon} tone="bad">
          {message || fallback}
        </IconWord>
        <p className="sub">
          {answer &&
            `${t('state.loadError.route', {
              route: routeOf(answer),
              status: String(answer.statusCode),
            })} `}
          {t('state.loadError.safe')}
        </p>
        <ActionButton variant="outlined" onClick={retry}>
          {t('state.loadError.retry')}
        </ActionButton>
      </StateBody>
    </div>
  );
}

/** Method and path without host and query: `GET /api/dora/v1/metrics`. */
function routeOf({ response, body }: ResponseError): string {
  const method = body.request?.method ?? 'GET';
  const path = URL.canParse(response.url)
    ? new URL(response.url).pathname
    : response.url;
  return `${method} ${path}`;
}
