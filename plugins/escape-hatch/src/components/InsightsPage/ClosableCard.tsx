import type { Insights } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatWeekday } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';
import { HatchCard } from '../HatchCard';
import { RequestCell } from '../RequestCell';

const WORDS = {
  'not-needed': {
    title: 'insight.closable.notNeeded',
    hint: 'insight.closable.notNeededHint',
    since: 'insight.closable.passesSince',
    none: 'insight.closable.noneNotNeeded',
  },
  unused: {
    title: 'insight.closable.unused',
    hint: 'insight.closable.unusedHint',
    since: 'insight.closable.activeSince',
    none: 'insight.closable.noneUnused',
  },
} as const;

/** Active escape hatches that can be closed for one reason. */
export function ClosableCard(props: {
  reason: 'unused' | 'not-needed';
  insights: Insights;
  context: MomentContext;
}) {
  const { reason, insights, context } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const words = WORDS[reason];
  const rows = insights.closable.filter(row => row.reason === reason);
  const title = t(words.title, { n: String(rows.length) });
  if (rows.length === 0) {
    return (
      <HatchCard title={title}>
        <p>{t(words.none)}</p>
      </HatchCard>
    );
  }
  return (
    <HatchCard title={title} hint={t(words.hint)}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('insight.closable.request')}</th>
            <th scope="col">{t('insight.closable.rule')}</th>
            <th scope="col">{t(words.since)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>
                <RequestCell request={row} />
              </td>
              <td>{row.rules.join(', ')}</td>
              <td>{formatWeekday(row.since, context)}</td>
              <td className="number">
                {links && (
                  <ActionLink
                    to={links.request(row.id)}
                    aria-label={t('insight.closable.reviewOf', {
                      number: String(row.number),
                    })}
                  >
                    {t('insight.closable.review')}
                  </ActionLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HatchCard>
  );
}
