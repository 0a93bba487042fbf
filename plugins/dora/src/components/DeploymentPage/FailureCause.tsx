import type { ComponentType, ReactNode } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import UndoIcon from '@material-ui/icons/Undo';
import { Link } from '@backstage/core-components';
import {
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';

/** What undid, repaired or reported the failed deployment, with the way there. */
export function FailureCause(props: {
  link: NonNullable<DeploymentDetail['failureLink']>;
}) {
  const { cause, method } = props.link;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const { deployment, change, incident } = cause;
  if (!deployment && !change) {
    return incident ? (
      <Named icon={WarningIcon}>{incident.title}</Named>
    ) : (
      <span className="quiet">{t('deployment.failure.noCause')}</span>
    );
  }
  return (
    <>
      {deployment && (
        <Named icon={UndoIcon}>
          {t(
            method === 'rollback'
              ? 'deployment.failure.rollbackTo'
              : 'deployment.failure.deployment',
            { version: shortVersion(deployment.version) },
          )}{' '}
          {links && (
            <Link to={links.deployment(deployment.id)}>
              {t('deployment.failure.openDeployment')}
            </Link>
          )}
        </Named>
      )}
      {change && <CausingChange change={change} method={method} />}
    </>
  );
}

/** What the change says that undid or repaired it. */
function CausingChange(props: {
  change: { sha: string; title: string | null; url?: string };
  method: string;
}) {
  const { change, method } = props;
  const t = useDoraTranslation();
  const title = change.title ?? change.sha.slice(0, 7);
  const text = t(
    method === 'hotfix'
      ? 'deployment.failure.hotfix'
      : 'deployment.failure.revert',
    { title },
  );
  return (
    <Named icon={UndoIcon}>
      {change.url ? <Link to={change.url}>{text}</Link> : text}
    </Named>
  );
}

function Named(props: {
  icon: ComponentType<SvgIconProps>;
  children: ReactNode;
}) {
  return (
    <IconWord icon={props.icon} tone="quiet">
      {props.children}
    </IconWord>
  );
}
