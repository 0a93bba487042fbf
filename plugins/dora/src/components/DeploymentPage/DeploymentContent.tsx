import { useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  doraFailureLinkCreatePermission,
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { formatMoment } from '../../format/formatMoment';
import { useFormDialog } from '../../hooks/useFormDialog';
import { useMay } from '../../hooks/useMay';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useButtonStyles } from '../../theme/useButtonStyles';
import { useGridStyles } from '../../theme/useGridStyles';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DetailHead } from '../DetailHead';
import { Moment } from '../Moment';
import { DeploymentFacts } from './DeploymentFacts';
import { Evidence } from './Evidence';
import { HowItCounts } from './HowItCounts';
import { OverruleDialog } from './OverruleDialog';
import { ShippedChanges } from './ShippedChanges';
import { Verdict } from './Verdict';
import { WhyFailed } from './WhyFailed';

const useStyles = makeStyles(
  theme => ({
    foot: {
      marginTop: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'DoraDeploymentContent' },
);

/** Verdict, reasons, changes and evidence of a deployment. */
export function DeploymentContent(props: {
  deployment: DeploymentDetail;
  timeZone: string;
  onChanged: (deployment: DeploymentDetail) => void;
}) {
  const { deployment, timeZone, onChanged } = props;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const classes = useStyles();
  const grid = useGridStyles();
  const verdict = useRef<HTMLDivElement>(null);
  const [now] = useState(() => new Date());
  const { open, dialog } = useFormDialog(() => verdict.current?.focus());
  const mayOverrule = useMay(
    doraFailureLinkCreatePermission,
    deployment.entityRef,
  );
  const context = { now, timeZone };
  const { version, environment, finishedAt, previous, next } = deployment;
  const finished = formatMoment(finishedAt, context);

  return (
    <>
      <DetailHead
        back={{
          to: links?.deployments() ?? '..',
          text: t('deployment.detail.back'),
        }}
        title={t('deployment.detail.title', {
          name: parseEntityRef(deployment.entityRef).name,
          version: shortVersion(version),
          environment,
        })}
        actions={
          <>
            <Neighbour deployment={previous} direction="previous" />
            <Neighbour deployment={next} direction="next" />
          </>
        }
        facts={[
          {
            name: t('deployment.detail.finished'),
            value: (
              <Moment
                at={finishedAt}
                text={t('deployment.detail.zoned', {
                  time: finished,
                  timeZone,
                })}
              />
            ),
          },
        ]}
      />
      <Verdict focusRef={verdict} deployment={deployment} context={context} />
      <div className={grid.wideAndNarrow}>
        <HowItCounts deployment={deployment} />
        <DeploymentFacts deployment={deployment} context={context} />
      </div>
      <div className={grid.one}>
        <ShippedChanges deployment={deployment} context={context} />
      </div>
      <div className={grid.halves}>
        {deployment.production && (
          <WhyFailed
            deployment={deployment}
            context={context}
            onOverrule={mayOverrule ? open : undefined}
          />
        )}
        <Evidence deployment={deployment} context={context} />
      </div>
      {deployment.demo && <p className={classes.foot}>{t('page.demo')}</p>}
      {dialog && (
        <OverruleDialog
          dialog={dialog}
          deployment={deployment}
          context={context}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

function Neighbour(props: {
  deployment: DeploymentDetail['previous'];
  direction: 'previous' | 'next';
}) {
  const { deployment, direction } = props;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const { button } = useButtonStyles();
  if (!deployment || !links) {
    return null;
  }
  const { version, kind } = deployment;
  return (
    <LinkButton
      to={links.deployment(deployment.id)}
      variant="outlined"
      size="small"
      className={button}
    >
      {kind === 'rollback'
        ? t(`deployment.detail.${direction}Rollback`, {
            version: shortVersion(version),
          })
        : t(`deployment.detail.${direction}`, {
            version: shortVersion(version),
          })}
    </LinkButton>
  );
}
