import { useId, useState } from 'react';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import type { MomentContext } from '../../format/MomentContext';
import type { FormDialogState } from '../../hooks/useFormDialog';
import { useDialogStyles } from '../../theme/useDialogStyles';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { FormDialog } from '../FormDialog';
import { CauseField } from './CauseField';
import { causeOf, NO_CAUSE } from './causeOf';

/** As the backend has it. */
const REASON_MAX = 2000;

/** A person's word on whether a deployment failed, with a reason, and a cause where it did. */
export function OverruleDialog(props: {
  dialog: FormDialogState;
  deployment: DeploymentDetail;
  context: MomentContext;
  onChanged: (deployment: DeploymentDetail) => void;
}) {
  const { dialog, deployment, context, onChanged } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const [failed, setFailed] = useState(!deployment.failed);
  const [cause, setCause] = useState(NO_CAUSE);
  const [reason, setReason] = useState('');
  const problem = reasonProblem(reason.trim(), t);

  const save = async () =>
    onChanged(
      await doraApi.overruleFailure({
        deploymentId: deployment.id,
        failed,
        ...(failed && { cause: causeOf(cause) }),
        reason: reason.trim(),
      }),
    );

  return (
    <FormDialog
      dialog={dialog}
      title={t('deployment.overrule.title', {
        name: parseEntityRef(deployment.entityRef).name,
        version: shortVersion(deployment.version),
      })}
      maxWidth="sm"
      saveText={t('deployment.overrule.save')}
      refusalText={why => t('deployment.overrule.refused', { reason: why })}
      isRight={problem === undefined}
      onSave={save}
    >
      {wasSubmitted => (
        <>
          <DialogContentText className={classes.text}>
            {t('deployment.overrule.explain')}
          </DialogContentText>
          <FormLabel id={`${id}-verdict`} className={classes.label}>
            {t('deployment.overrule.verdict')}
          </FormLabel>
          <RadioGroup
            aria-labelledby={`${id}-verdict`}
            value={failed ? 'failed' : 'notFailed'}
            onChange={(_, value) => setFailed(value === 'failed')}
          >
            {(['failed', 'notFailed'] as const).map(value => (
              <FormControlLabel
                key={value}
                value={value}
                control={<Radio color="primary" size="small" />}
                label={t(`deployment.overrule.${value}`)}
              />
            ))}
          </RadioGroup>
          {failed && (
            <CauseField
              deployment={deployment}
              context={context}
              value={cause}
              onChange={setCause}
            />
          )}
          <TextField
            id={`${id}-reason`}
            className={classes.field}
            label={t('deployment.overrule.reason')}
            variant="outlined"
            size="small"
            fullWidth
            multiline
            minRows={3}
            required
            value={reason}
            onChange={event => setReason(event.target.value)}
            error={wasSubmitted && problem !== undefined}
            helperText={
              (wasSubmitted && problem) || t('deployment.overrule.reasonHint')
            }
          />
        </>
      )}
    </FormDialog>
  );
}

function reasonProblem(reason: string, t: DoraTranslation): string | undefined {
  if (reason === '') {
    return t('deployment.overrule.reasonMissing');
  }
  return reason.length > REASON_MAX
    ? t('deployment.overrule.reasonLong', {
        max: String(REASON_MAX),
        length: String(reason.length),
      })
    : undefined;
}
