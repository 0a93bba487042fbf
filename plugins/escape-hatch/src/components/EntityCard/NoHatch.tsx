import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { StateBody } from '../states';

/** A component without an escape hatch, and how to ask for one. */
export function NoHatch({ entityRef }: { entityRef: string }) {
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return (
    <StateBody>
      <p>{t('entity.empty', { name: parseEntityRef(entityRef).name })}</p>
      <p className="sub">{t('entity.emptyHint')}</p>
      {links && <Link to={links.create({ entityRef })}>{t('common.ask')}</Link>}
    </StateBody>
  );
}
