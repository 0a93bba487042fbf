import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'DoraDemoFoot' },
);

/** Says that not all of this happened here. */
export function DemoFoot() {
  const t = useDoraTranslation();
  return <p className={useStyles().root}>{t('page.demo')}</p>;
}
