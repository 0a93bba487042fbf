import type { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';

/** Names a page in the host's breadcrumbs; on the old frontend system, which has none, it does nothing. */
export function Crumb(props: {
  label: string;
  href: string;
  children: ReactNode;
}) {
  const { label, href, children } = props;
  return <BreadcrumbEntry entry={{ label, href }}>{children}</BreadcrumbEntry>;
}
