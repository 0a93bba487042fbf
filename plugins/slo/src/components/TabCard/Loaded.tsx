import type { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';
import { SloSkeleton } from '../SloSkeleton';

/** What a card of the tab shows of its request: the answer as soon and as long as there is one. */
export function Loaded<T>(props: {
  request: Refreshed<T>;
  label: string;
  errorTitle: string;
  height?: number;
  children: (value: T, asOf: Date) => ReactNode;
}) {
  const { request, label, errorTitle, height, children } = props;
  const t = useSloTranslation();
  if (request.value !== undefined && request.asOf) {
    return <>{children(request.value, request.asOf)}</>;
  }
  if (request.error) {
    return (
      <>
        <ResponseErrorPanel title={errorTitle} error={request.error} />
        <ActionButton variant="outlined" onClick={request.retry}>
          {t('card.loadError.retry')}
        </ActionButton>
      </>
    );
  }
  return <SloSkeleton label={label} height={height} />;
}
