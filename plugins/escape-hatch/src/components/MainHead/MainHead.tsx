import type { ReactNode } from 'react';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { PageHeading } from '../PageHeading';
import { MainTabs } from './MainTabs';

/** Title and tabs of the page. */
export function MainHead(props: {
  /** Facts below the title. */
  facts?: ReactNode;
  /** Controls at the right. */
  children?: ReactNode;
}) {
  const { facts, children } = props;
  const t = useEscapeHatchTranslation();
  return (
    <>
      <PageHeading title={t('common.title')} facts={facts}>
        {children}
      </PageHeading>
      <MainTabs />
    </>
  );
}
