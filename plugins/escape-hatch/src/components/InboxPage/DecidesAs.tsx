import { makeStyles } from '@material-ui/core/styles';
import type { Inbox } from '../../inbox/InboxContext';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      '& dt': { color: statusTone(theme).quiet },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'EscapeHatchDecidesAs' },
);

/** What makes the reader somebody who decides. */
export function DecidesAs({ inbox }: { inbox: Inbox }) {
  const { memberOf, adminOf } = inbox;
  const t = useEscapeHatchTranslation();
  const { root } = useStyles();
  if (memberOf.length === 0) {
    return null;
  }
  const groups = <EntityNames refs={memberOf} />;
  return (
    <dl className={root}>
      <dt>{t('inbox.decideAs')}</dt>
      <dd>
        {adminOf
          ? t('inbox.adminToo', { groups })
          : t('inbox.memberOf', { groups })}
      </dd>
    </dl>
  );
}
