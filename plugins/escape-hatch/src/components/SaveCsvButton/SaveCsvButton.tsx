import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { errorText } from '../../api/errorText';
import { saveFile } from '../../download/saveFile';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flexDirection: 'column',
      whiteSpace: 'nowrap',
    },
    error: {
      maxWidth: 320,
      whiteSpace: 'normal',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).bad,
    },
  }),
  { name: 'EscapeHatchSaveCsvButton' },
);

/** Saves a table as a file. */
export function SaveCsvButton(props: {
  /** With its ending. */
  fileName: string;
  content: () => Promise<string>;
}) {
  const { fileName, content } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const save = async () => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      saveFile({ name: fileName, type: 'text/csv', content: await content() });
    } catch (cause) {
      setError(t('common.exportFailed', { reason: errorText(cause, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className={classes.root}>
      <ActionButton variant="outlined" onClick={save} aria-busy={isBusy}>
        {t('common.exportCsv')}
      </ActionButton>
      {error && (
        <span role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </span>
  );
}
