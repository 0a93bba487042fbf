import ErrorIcon from '@material-ui/icons/Error';
import { ResponseError } from '@backstage/errors';
import { errorText } from '../../api/errorText';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

/** A request failed: what was asked, what came back, and the way to try again. */
export function LoadError(props: { error: Error; retry: () => void }) {
  const { error, retry } = props;
  const t = useEscapeHatchTranslation();
  const answer = error instanceof ResponseError ? error : undefined;
  return (
    <div role="alert">
      <StateBody>
        <IconWord icon={ErrorIcon} tone="bad">
          {errorText(error, t)}
        </IconWord>
        <p className="sub">
          {answer &&
            `${t('common.loadError.route', {
              route: routeOf(answer),
              status: String(answer.statusCode),
            })} `}
          {t('common.loadError.safe')}
        </p>
        <ActionButton variant="outlined" onClick={retry}>
          {t('common.loadError.retry')}
        </ActionButton>
      </StateBody>
    </div>
  );
}

/** Method and path without host and query: `GET /api/escape-hatch/v1/requests`. */
function routeOf({ response, body }: ResponseError): string {
  const method = body.request?.method ?? 'GET';
  const path = URL.canParse(response.url)
    ? new URL(response.url).pathname
    : response.url;
  return `${method} ${path}`;
}
