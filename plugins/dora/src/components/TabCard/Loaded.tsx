import type { ReactNode } from 'react';
import type { Refreshed } from '../../hooks/useRefreshed';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';

/** What a card shows of a request of its own: the answer as soon and as long as there is one. */
export function Loaded<T>(props: {
  request: Refreshed<T>;
  label: string;
  height?: number;
  children: (value: T, asOf: Date) => ReactNode;
}) {
  const { request, label, height, children } = props;
  if (request.value !== undefined && request.asOf) {
    return <>{children(request.value, request.asOf)}</>;
  }
  return request.error ? (
    <LoadError error={request.error} retry={request.retry} />
  ) : (
    <Skeleton label={label} height={height} />
  );
}
