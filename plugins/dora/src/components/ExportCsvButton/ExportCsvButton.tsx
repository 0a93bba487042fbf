import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import { exportFileName } from '../../download/exportFileName';
import { saveFile } from '../../download/saveFile';
import type { Period } from '../../period/Period';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
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
  { name: 'DoraExportCsvButton' },
);

type List = Parameters<DoraApi['exportCsv']>[0];

/** Saves what a list answers for a query, whole, as CSV. */
export function ExportCsvButton(props: {
  list: List;
  query: Parameters<DoraApi['exportCsv']>[1];
  scope: string;
  period: Period;
}) {
  const { list, query, scope, period } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const doraApi = useApi(doraApiRef);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const save = async () => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const content = await doraApi.exportCsv(list, query);
      saveFile({
        name: exportFileName({ list, scope, period }),
        type: 'text/csv',
        content,
      });
    } catch (cause) {
      setError(t('deployment.exportFailed', { reason: errorText(cause, t) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className={classes.root}>
      <ActionButton variant="outlined" onClick={save} aria-busy={isBusy}>
        {t('deployment.exportCsv')}
      </ActionButton>
      {error && (
        <span role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </span>
  );
}
