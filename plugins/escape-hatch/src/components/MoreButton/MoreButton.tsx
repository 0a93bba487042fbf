import { makeStyles } from '@material-ui/core/styles';
import type { Paged } from '../../hooks/usePaged';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'EscapeHatchMoreButton' },
);

/** Under a list: how much of it is shown, and the next page. */
export function MoreButton(props: {
  paged: Pick<
    Paged<unknown>,
    'hasMore' | 'isLoading' | 'error' | 'loadMore' | 'retry'
  >;
  /** Such as `12 requests`. */
  shown: string;
}) {
  const { paged, shown } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const { hasMore, isLoading, error, loadMore, retry } = paged;
  return (
    <div className={classes.root}>
      <span role="status">{shown}</span>
      {error && <span role="alert">{t('common.moreFailed')}</span>}
      {hasMore && (
        <ActionButton
          variant="outlined"
          onClick={error ? retry : loadMore}
          aria-busy={isLoading}
        >
          {isLoading ? t('common.loadingMore') : t('common.more')}
        </ActionButton>
      )}
    </div>
  );
}
