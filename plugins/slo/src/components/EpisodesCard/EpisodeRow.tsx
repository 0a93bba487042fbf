import { Fragment } from 'react';
import { Link } from '@backstage/core-components';
import type {
  Episode,
  HistoryMark,
} from '@golden-path/backstage-plugin-slo-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { formatPeriod } from '../../format/formatMoment';
import { formatPercent } from '../../format/formatPercent';
import {
  type SloTranslation,
  useSloTranslation,
} from '../../translation/useSloTranslation';
import { Moment } from '../Moment';

/** One loss, with the marks of its time. */
export function EpisodeRow(props: {
  episode: Episode;
  hasMarks: boolean;
  now: Date;
}) {
  const { episode, hasMarks, now } = props;
  const { from, to, bad, total, budget, marks } = episode;
  const t = useSloTranslation();
  const hasDeployment = marks.some(({ kind }) => kind !== 'incident');
  return (
    <tr>
      <td className="line">
        <Moment at={from} text={formatPeriod(from, to, { now })} />
        <div className="small">
          {formatDuration((Date.parse(to) - Date.parse(from)) / 1000)}
        </div>
      </td>
      <td className="number strong">{formatPercent(budget)}</td>
      <td className="number">{formatCount(bad)}</td>
      <td className="number">
        {formatPercent(total > 0 ? bad / total : null)}
      </td>
      {hasMarks && (
        <td>
          {marks.map((mark, i) => (
            <Fragment key={`${mark.kind} ${mark.at}`}>
              {i > 0 && ' · '}
              {happenedWith(mark, from, t)}
            </Fragment>
          ))}
          {!hasDeployment && marks.length > 0 && ' · '}
          {!hasDeployment && t('tab.episodes.noDeployment')}
        </td>
      )}
    </tr>
  );
}

function happenedWith(mark: HistoryMark, from: string, t: SloTranslation) {
  const name = nameOf(mark, t);
  const what = mark.url ? <Link to={mark.url}>{name}</Link> : <>{name}</>;
  const lead = (Date.parse(from) - Date.parse(mark.at)) / 1000;
  return mark.kind !== 'incident' && lead > 0
    ? t('tab.episodes.before', { what, time: formatDuration(lead) })
    : what;
}

function nameOf({ kind, title }: HistoryMark, t: SloTranslation): string {
  switch (kind) {
    case 'incident':
      return t('tab.episodes.incident', { title });
    case 'rollback':
      return t('tab.episodes.rollback', { title });
    default:
      return t('tab.episodes.deploy', { title });
  }
}
