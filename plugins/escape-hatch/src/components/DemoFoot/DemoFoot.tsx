import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'EscapeHatchDemoFoot' },
);

/** Says so where some of the requests are made up. */
export function DemoFoot({ requests }: { requests: { demo?: boolean }[] }) {
  const t = useEscapeHatchTranslation();
  const { root } = useStyles();
  return requests.some(({ demo }) => demo) ? (
    <div className={root}>{t('common.demo')}</div>
  ) : null;
}
