import { type ReactNode, Suspense } from 'react';
import { Content, Progress } from '@backstage/core-components';

/** Room for a tab of the page where the host's own tabs give none. */
export function SubPage({ children }: { children: ReactNode }) {
  return (
    <Content>
      <Suspense fallback={<Progress />}>{children}</Suspense>
    </Content>
  );
}
