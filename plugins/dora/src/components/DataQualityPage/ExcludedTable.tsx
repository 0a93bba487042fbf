import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  shortVersion,
  type ExcludedEvent,
} from '@golden-path/backstage-plugin-dora-common';
import { formatMoment } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { usePageLinks } from '../../hooks/usePageLinks';
import { sourceName } from '../../sources/sourceName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Moment } from '../Moment';

/** Events that did not count, each with one sentence why. */
export function ExcludedTable(props: {
  label: string;
  events: ExcludedEvent[];
  context: MomentContext;
}) {
  const { label, events, context } = props;
  const t = useDoraTranslation();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('quality.excluded.source')}</th>
          <th scope="col">{t('quality.excluded.event')}</th>
          <th scope="col">{t('quality.excluded.time')}</th>
          <th scope="col">{t('quality.excluded.why')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(item => {
          const { event, metric, reason, code } = item;
          return (
            <tr
              key={`${event.source} ${event.type} ${event.subject} ${event.at} ${code} ${metric}`}
            >
              <td>{sourceName(sourceTypeOf(event.source), t)}</td>
              <td>
                <EventName event={event} />
              </td>
              <td className="line">
                <Moment at={event.at} text={formatMoment(event.at, context)} />
              </td>
              <td>
                {reason}
                {metric !== 'all' && (
                  <div className="small">
                    {t('quality.excluded.onlyFor', {
                      metric: t(`deployment.counts.metrics.${metric}`),
                    })}
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Sources are named `type` or `type:which`. */
function sourceTypeOf(source: string): string {
  return source.split(':')[0];
}

function EventName({ event }: { event: ExcludedEvent['event'] }) {
  const links = usePageLinks();
  const { subject, version, environment, deploymentId, url, type } = event;
  const what = subject.startsWith('component:')
    ? parseEntityRef(subject).name
    : subject;
  const which = version && shortVersion(version);
  const name = [what, which].filter(Boolean).join(' ');
  const to = (deploymentId && links && links.deployment(deploymentId)) || url;
  return (
    <>
      {to ? <Link to={to}>{name}</Link> : name}
      <div className="small">
        {[type, environment].filter(Boolean).join(', ')}
      </div>
    </>
  );
}
