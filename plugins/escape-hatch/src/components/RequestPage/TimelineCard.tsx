import LockIcon from '@material-ui/icons/Lock';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatMoment } from '../../format/formatMoment';
import { whoName } from '../../people/whoName';
import { timelineWords } from '../../request/timelineWords';
import type { ViewContext } from '../../request/ViewContext';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { Moment } from '../Moment';
import { PlainText } from '../PlainText';

/** All that was done, newest first. */
export function TimelineCard(props: {
  request: EscapeHatchRequest;
  context: ViewContext;
}) {
  const { request, context } = props;
  const { t } = context;
  return (
    <HatchCard
      title={t('request.timeline.title')}
      hint={
        <IconWord icon={LockIcon} tone="quiet">
          {t('request.timeline.hint')}
        </IconWord>
      }
    >
      <table aria-label={t('request.timeline.title')}>
        <thead>
          <tr>
            <th scope="col">{t('request.timeline.time')}</th>
            <th scope="col">{t('request.timeline.who')}</th>
            <th scope="col">{t('request.timeline.what')}</th>
            <th scope="col" className="number">
              {t('request.timeline.version')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...(request.timeline ?? [])].reverse().map(entry => (
            <tr key={entry.version}>
              <td className="line">
                <Moment at={entry.at} text={formatMoment(entry.at, context)} />
              </td>
              <td>{whoName({ ...context, ref: entry.actor })}</td>
              <td>
                {timelineWords({ entry, request, t })}
                {entry.comment && (
                  <div className="small">
                    <PlainText>
                      {t('request.timeline.comment', {
                        comment: entry.comment,
                      })}
                    </PlainText>
                  </div>
                )}
                {entry.cleared ? (
                  <div className="small">
                    {t('request.timeline.cleared', { count: entry.cleared })}
                  </div>
                ) : null}
              </td>
              <td className="number">{entry.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </HatchCard>
  );
}
