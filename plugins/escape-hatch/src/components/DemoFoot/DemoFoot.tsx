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

/** What the host says of its requests where they are made up; nothing where it has no text for that. */
export function DemoFoot() {
  const t = useEscapeHatchTranslation();
  const { root } = useStyles();
  const text = t('common.demo');
  return text ? <div className={root}>{text}</div> : null;
}
