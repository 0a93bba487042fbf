import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DeploymentDetail } from '@golden-path/backstage-plugin-dora-common';
import { formatMoment } from '../../format/formatMoment';
import { formatShortMoment } from '../../format/formatShortMoment';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FactList } from '../FactList';
import { TabCard } from '../TabCard';
import { FailureCause } from './FailureCause';

type FailureLink = NonNullable<DeploymentDetail['failureLink']>;

/** What made the deployment count as failed, how certain that is, and who said otherwise. */
export function WhyFailed(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
  /** Left out where the reader may not. */
  onOverrule?: () => void;
}) {
  const { deployment, context, onOverrule } = props;
  const { failed, failureLink, overrule, explanations } = deployment;
  const t = useDoraTranslation();
  return (
    <TabCard
      title={
        failed
          ? t('deployment.failure.title')
          : t('deployment.failure.titleNot')
      }
      controls={
        onOverrule && (
          <ActionButton variant="outlined" onClick={onOverrule}>
            {t('deployment.failure.overrule')}
          </ActionButton>
        )
      }
    >
      <FactList
        facts={[
          ...(failureLink
            ? [
                {
                  name: t('deployment.failure.cause'),
                  value: <FailureCause link={failureLink} />,
                },
                {
                  name: t('deployment.failure.method'),
                  value: failureLink.reason,
                },
                {
                  name: t('deployment.failure.confidence'),
                  value: <Confidence link={failureLink} />,
                },
                {
                  name: t('deployment.failure.incident'),
                  value: <IncidentFact link={failureLink} context={context} />,
                },
              ]
            : [
                {
                  name: t('deployment.failure.why'),
                  value: explanations.changeFailRate,
                },
              ]),
          {
            name: t('deployment.failure.overruled'),
            value: overrule ? (
              <>
                {t(
                  overrule.failed
                    ? 'deployment.failure.saysFailed'
                    : 'deployment.failure.saysNotFailed',
                  {
                    person: <EntityRefLink entityRef={overrule.by} hideIcon />,
                    time: formatMoment(overrule.at, context),
                    reason: overrule.reason,
                  },
                )}
              </>
            ) : (
              <span className="quiet">{t('deployment.failure.never')}</span>
            ),
          },
        ]}
      />
    </TabCard>
  );
}

function Confidence({ link }: { link: FailureLink }): ReactNode {
  const t = useDoraTranslation();
  const { method } = link;
  const confidence = t(`deployment.failure.confidences.${link.confidence}`);
  return method === 'person'
    ? confidence
    : t('deployment.failure.ranked', {
        confidence,
        rank: t(`deployment.failure.ranks.${method}`),
      });
}

function IncidentFact(props: { link: FailureLink; context: MomentContext }) {
  const { link, context } = props;
  const t = useDoraTranslation();
  const { incident } = link.cause;
  if (!incident) {
    return <span className="quiet">{t('deployment.failure.noIncident')}</span>;
  }
  const opened = formatShortMoment(incident.openedAt, context);
  return (
    <>
      {incident.url ? (
        <Link to={incident.url}>{incident.title}</Link>
      ) : (
        incident.title
      )}
      <div className="small">
        {incident.resolvedAt
          ? t('deployment.failure.incidentSpan', {
              opened,
              resolved: formatShortMoment(incident.resolvedAt, context),
            })
          : t('deployment.failure.incidentOpen', { opened })}
      </div>
    </>
  );
}
