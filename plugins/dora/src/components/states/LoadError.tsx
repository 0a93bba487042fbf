import ErrorIcon from '@material-ui/icons/Error';
import { ResponseError } from '@backstage/errors';
import { errorText } from '../../api/errorText';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

/** A request failed: what was asked, what came back, and the way to try again. */
export function LoadError(props: { error: Error; retry: () => void }) {
  const { error, retry } = props;
  const t = useDoraTranslation();
  const answer = error instanceof ResponseError ? error : undefined;
  return (
    <div role="alert">
      <StateBody>
        <IconWord icon={ErrorIcon} tone="bad">
          {errorText(error, t)}
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
