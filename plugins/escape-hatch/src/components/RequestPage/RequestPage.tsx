import { useParams } from 'react-router-dom';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { Crumb } from '../Crumb';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { RequestView } from './RequestView';
import { useShownRequest } from './useShownRequest';

/** One request, and the escape hatch that it becomes. */
export function RequestPage() {
  const { requestId = '' } = useParams();
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return (
    <Crumb label={t('request.crumb')} href={links?.requests() ?? ''}>
      {/* A key, so that nothing of the request before is shown as this one's. */}
      <OneRequest key={requestId} id={requestId} />
    </Crumb>
  );
}

function OneRequest({ id }: { id: string }) {
  const t = useEscapeHatchTranslation();
  const state = useShownRequest(id);
  const { shown, error, retry } = state;
  if (shown) {
    return <RequestView request={shown} state={state} />;
  }
  return error ? (
    <LoadError error={error} retry={retry} />
  ) : (
    <Skeleton label={t('request.loading')} height={480} />
  );
}
