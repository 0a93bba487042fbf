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
      <RequestNumber request={request} isBesideText />{' '}
      <span className="strong">{parseEntityRef(request.entityRef).name}</span>
      {children && <div className="small">{children}</div>}
    </>
  );
}

/** `#14`, with the way to it. */
export function RequestNumber(props: {
  request: { id: string; number: number };
  /** Underlined, so that not only its colour tells it from the text; default: no. */
  isBesideText?: boolean;
}) {
  const { request, isBesideText = false } = props;
  const { id, number } = request;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const text = t('common.number', { number: String(number) });
  return links ? (
    <Link to={links.request(id)} underline={isBesideText ? 'always' : 'hover'}>
      {text}
    </Link>
  ) : (
    <>{text}</>
  );
}
