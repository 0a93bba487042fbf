import type { ReactNode } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

/** Number and service of a request, with the way to it. */
export function RequestCell(props: {
  request: { id: string; number: number; entityRef: string };
  /** A second line. */
  children?: ReactNode;
}) {
  const { request, children } = props;
  return (
    <>
      <RequestNumber request={request} />{' '}
      <span className="strong">{parseEntityRef(request.entityRef).name}</span>
      {children && <div className="small">{children}</div>}
    </>
  );
}

/** `#14`, with the way to it. */
export function RequestNumber(props: {
  request: { id: string; number: number };
}) {
  const { id, number } = props.request;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const text = t('common.number', { number: String(number) });
  return links ? <Link to={links.request(id)}>{text}</Link> : <>{text}</>;
}
