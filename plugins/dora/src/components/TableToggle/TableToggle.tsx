import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      whiteSpace: 'nowrap',
      color: theme.palette.primary.main,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'DoraTableToggle' },
);

/** Swaps a picture for its table and back. */
export function TableToggle(props: {
  isTable: boolean;
  onChange: (isTable: boolean) => void;
}) {
  const { isTable, onChange } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  return (
    <ButtonBase
      className={classes.root}
      disableRipple
      onClick={() => onChange(!isTable)}
    >
      {isTable ? t('page.showChart') : t('page.showTable')}
    </ButtonBase>
  );
}
