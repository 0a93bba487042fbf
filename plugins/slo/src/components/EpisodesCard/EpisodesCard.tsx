import type {
  Episode,
  Page,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { formatPercent } from '../../format/formatPercent';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';
import { Loaded, TabCard } from '../TabCard';
import { EpisodeRow } from './EpisodeRow';

/** When the most budget was lost, and what happened at that time. */
export function EpisodesCard(props: {
  slo: SloStatus;
  request: Refreshed<Page<Episode>>;
  now: Date;
  onMore: () => void;
}) {
  const { slo, request, now, onMore } = props;
  const t = useSloTranslation();
  const title = t('tab.episodes.title');
  const items = request.value?.items ?? [];
  // Without any mark at all nobody reports deployments here: none of them can be ruled out.
  const hasMarks = items.some(({ marks }) => marks.length > 0);
  return (
    <TabCard
      title={title}
      hint={
        items.length > 0 &&
        t('tab.episodes.sum', {
          share: formatPercent(
            items.reduce((sum, { budget }) => sum + budget, 0),
          ),
          count: items.length,
        })
      }
    >
      <Loaded
        request={request}
        label={title}
        errorTitle={t('tab.episodes.error')}
      >
        {({ nextCursor }) =>
          items.length === 0 ? (
            <div>{t('tab.episodes.empty')}</div>
          ) : (
            <>
              <table aria-label={title}>
                <thead>
                  <tr>
                    <th scope="col">{t('tab.episodes.when')}</th>
                    <th scope="col" className="number">
                      {t('tab.episodes.budget')}
                    </th>
                    <th scope="col" className="number">
                      {t(`tab.episodes.failed.${slo.indicator.form}`)}
                    </th>
                    <th scope="col" className="number">
                      {t('tab.episodes.ofAll')}
                    </th>
                    {hasMarks && (
                      <th scope="col">{t('tab.episodes.happenedWith')}</th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {items.map(episode => (
                    <EpisodeRow
                      key={episode.from}
                      episode={episode}
                      hasMarks={hasMarks}
                      now={now}
                    />
                  ))}
                </tbody>
              </table>
              {hasMarks && (
                <div className="small">{t('tab.episodes.caveat')}</div>
              )}
              {nextCursor && (
                <ActionButton onClick={onMore}>
                  {t('tab.episodes.more')}
                </ActionButton>
              )}
            </>
          )
        }
      </Loaded>
    </TabCard>
  );
}
