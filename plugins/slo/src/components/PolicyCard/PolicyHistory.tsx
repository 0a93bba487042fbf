import { makeStyles } from '@material-ui/core/styles';
import type {
  Page,
  PolicyChange,
} from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { formatDuration } from '../../format/formatDuration';
import { formatMoment } from '../../format/formatMoment';
import type { Refreshed } from '../../hooks/useRefreshed';
import {
  type SloTranslation,
  useSloTranslation,
} from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';
import { Moment } from '../Moment';
import { Loaded } from '../TabCard';
import { heldFor } from './heldFor';

const useStyles = makeStyles(
  theme => ({
    heading: {
      margin: theme.spacing(2, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
    },
    // The text begins beside its date
    when: { width: '1%' },
  }),
  { name: 'SloPolicyHistory' },
);

/** When actions began and ceased to hold, the newest first. */
export function PolicyHistory(props: {
  history: Refreshed<Page<PolicyChange>>;
  now: Date;
  onMore: () => void;
}) {
  const { history, now, onMore } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const title = t('tab.policy.history');
  return (
    <>
      <h4 className={classes.heading}>{title}</h4>
      <Loaded
        request={history}
        label={title}
        errorTitle={t('tab.policy.error')}
      >
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <div>{t('tab.policy.noHistory')}</div>
          ) : (
            <>
              <table aria-label={title}>
                <tbody>
                  {items.map(change => (
                    <tr key={`${change.at} ${change.threshold}`}>
                      <td className={`line ${classes.when}`}>
                        <Moment
                          at={change.at}
                          text={formatMoment(change.at, { now })}
                        />
                      </td>
                      <td>{changeText(change, items, t)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {nextCursor && (
                <ActionButton onClick={onMore}>
                  {t('tab.policy.more')}
                </ActionButton>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function changeText(
  change: PolicyChange,
  changes: PolicyChange[],
  t: SloTranslation,
): string {
  const text = {
    effect: t(`card.state.${change.effect}`),
    used: formatBudget(change.consumed).used,
  };
  if (change.entered) {
    return t('tab.policy.began', text);
  }
  const seconds = heldFor(change, changes);
  return seconds === undefined
    ? t('tab.policy.ended', text)
    : t('tab.policy.endedAfter', { ...text, time: formatDuration(seconds) });
}
