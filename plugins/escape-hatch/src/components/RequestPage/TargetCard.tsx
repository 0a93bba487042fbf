import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { ViewContext } from '../../request/ViewContext';
import { FactList } from '../FactList';
import { HatchCard } from '../HatchCard';

/** Where it opens the gate. */
export function TargetCard(props: {
  request: EscapeHatchRequest;
  context: ViewContext;
}) {
  const { t } = props.context;
  const { target } = props.request;
  const all = t('request.target.all');
  return (
    <HatchCard title={t('request.target.title')}>
      {target ? (
        <FactList
          facts={[
            {
              name: t('request.target.cluster'),
              value: target.cluster ?? all,
            },
            {
              name: t('request.target.namespace'),
              value: target.namespace ?? all,
            },
            {
              name: t('request.target.kindAndName'),
              value: `${target.kind ?? all} / ${target.name ?? all}`,
            },
            {
              name: t('request.target.environments'),
              value: target.environments?.join(', ') ?? all,
            },
            ...(target.vulnerabilities
              ? [
                  {
                    name: t('request.target.vulnerabilities'),
                    value: target.vulnerabilities.join(', '),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <div>{t('request.target.everywhere')}</div>
      )}
      {!target?.namespace && (
        <div className="small">{t('request.target.closed')}</div>
      )}
    </HatchCard>
  );
}
