import type { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { Skeleton } from '../Skeleton';

/** What a card shows of a request of its own: the answer as soon and as long as there is one. */
export function Loaded<T>(props: {
  request: Refreshed<T>;
  label: string;
  errorTitle: string;
  height?: number;
  children: (value: T, asOf: Date) => ReactNode;
}) {
  const { request, label, errorTitle, height, children } = props;
  const t = useDoraTranslation();
  if (request.value !== undefined && request.asOf) {
    return <>{children(request.value, request.asOf)}</>;
  }
  if (request.error) {
    return (
      <>
        <ResponseErrorPanel title={errorTitle} error={request.error} />
        <ActionButton variant="outlined" onClick={request.retry}>
          {t('page.retry')}
        </ActionButton>
      </>
    );
  }
  return <Skeleton label={label} height={height} />;
}
