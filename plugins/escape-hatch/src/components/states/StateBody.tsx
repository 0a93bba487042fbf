import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
      '& p': { margin: 0 },
      '& .hero': {
        fontSize: theme.typography.pxToRem(28),
        lineHeight: '32px',
        fontWeight: 600,
      },
      '& .sub': { color: statusTone(theme).quiet },
    },
  }),
  { name: 'EscapeHatchStateBody' },
);

/** What a card says instead of numbers: hero, sentence, explanation (`.sub`) and the way out, one under the other. */
export function StateBody({ children }: { children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}
