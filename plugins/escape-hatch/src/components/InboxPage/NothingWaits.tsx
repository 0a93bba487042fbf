import { Link } from '@backstage/core-components';
import CheckIcon from '@material-ui/icons/Check';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { StateBody } from '../states';

/** An inbox without anything to decide. */
export function NothingWaits({ memberOf }: { memberOf: string[] }) {
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return (
    <HatchCard>
      <StateBody>
        <IconWord icon={CheckIcon} tone="ok">
          {t('inbox.empty.title')}
        </IconWord>
        <p className="sub">
          {memberOf.length
            ? t('inbox.empty.approves', {
                groups: <EntityNames refs={memberOf} />,
              })
            : t('inbox.empty.notMember')}
        </p>
        {links && <Link to={links.requests()}>{t('inbox.empty.all')}</Link>}
      </StateBody>
    </HatchCard>
  );
}
