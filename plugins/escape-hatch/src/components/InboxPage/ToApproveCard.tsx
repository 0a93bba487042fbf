import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import { usePageLinks } from '../../hooks/usePageLinks';
import { currentStageTitle } from '../../states/stateWord';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';
import { HatchCard } from '../HatchCard';
import { RequestCell } from '../RequestCell';
import { RiskWord } from '../RiskWord';
import { AskedUntil } from './AskedUntil';
import { WaitingWord } from './WaitingWord';
import { WhoAsked } from './WhoAsked';

/** What the reader is to decide, the longest wait first. */
export function ToApproveCard(props: { items: InboxItem[]; now: Date }) {
  const { items, now } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const title = t('inbox.approve.title', { n: String(items.length) });
  return (
    <HatchCard title={title} hint={t('inbox.approve.hint')}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('inbox.approve.request')}</th>
            <th scope="col">{t('inbox.approve.rule')}</th>
            <th scope="col">{t('inbox.approve.risk')}</th>
            <th scope="col" className="hide8">
              {t('inbox.approve.stage')}
            </th>
            <th scope="col">{t('inbox.approve.waiting')}</th>
            <th scope="col" className="hide8">
              {t('inbox.approve.asked')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              <td>
                <RequestCell request={item}>
                  <WhoAsked request={item} />
                </RequestCell>
              </td>
              <td>{item.rules.join(', ')}</td>
              <td>
                <RiskWord level={item.riskLevel} />
              </td>
              <td className="hide8">
                {currentStageTitle(item)}{' '}
                <span className="quiet line">
                  {t('inbox.approve.stageOf', {
                    index: String(
                      item.stages.findIndex(
                        ({ id }) => id === item.currentStage,
                      ) + 1,
                    ),
                    n: String(item.stages.length),
                  })}
                </span>
              </td>
              <td>
                <WaitingWord item={item} now={now} />
              </td>
              <td className="hide8">
                <AskedUntil request={item} now={now} />
              </td>
              <td className="number">
                {links && (
                  <ActionLink
                    to={links.request(item.id)}
                    aria-label={t('inbox.approve.decideOn', {
                      number: String(item.number),
                    })}
                  >
                    {t('inbox.approve.decide')}
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
