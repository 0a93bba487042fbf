import { Header, Page } from '@backstage/core-components';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EscapeHatchRoutes } from '../EscapeHatchRoutes';

/** The page with a header, for the old frontend system; the new one gives it its own. */
export function EscapeHatchPage() {
  const t = useEscapeHatchTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <EscapeHatchRoutes />
    </Page>
  );
}
