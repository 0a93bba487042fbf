import { type FormEvent, useId, useRef, useState } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
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
import { errorText } from '../../api/errorText';
import { useDialogStyles } from '../../theme/useDialogStyles';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';
import { CauseField } from './CauseField';
import { causeOf, NO_CAUSE } from './causeOf';

/** As the backend has it. */
const REASON_MAX = 2000;

/** A person's word on whether a deployment failed, with a reason, and a cause where it did. */
export function OverruleDialog(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (deployment: DeploymentDetail) => void;
  /** The dialog has gone: the focus may move. */
  onExited: () => void;
}) {
  const { deployment, context, isOpen, onClose, onSaved, onExited } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const [failed, setFailed] = useState(!deployment.failed);
  const [cause, setCause] = useState(NO_CAUSE);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const problemOf = (text: string) => {
    if (text === '') {
      return t('deployment.overrule.reasonMissing');
    }
    return text.length > REASON_MAX
      ? t('deployment.overrule.reasonLong', {
          max: String(REASON_MAX),
          length: String(text.length),
        })
      : undefined;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    const text = reason.trim();
    const wrong = problemOf(text);
    setProblem(wrong);
    setRefusal(undefined);
    if (wrong) {
      reasonField.current?.focus();
      return;
    }
    setBusy(true);
    try {
      onSaved(
        await doraApi.overruleFailure({
          deploymentId: deployment.id,
          failed,
          ...(failed && { cause: causeOf(cause) }),
          reason: text,
        }),
      );
    } catch (error) {
      setRefusal(
        t('deployment.overrule.refused', { reason: errorText(error, t) }),
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={`${id}-title`}
      TransitionProps={{ onExited }}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} disableTypography>
          <h2 className={classes.title}>
            {t('deployment.overrule.title', {
              name: parseEntityRef(deployment.entityRef).name,
              version: shortVersion(deployment.version),
            })}
          </h2>
        </DialogTitle>
        <DialogContent className={classes.content}>
          <DialogContentText className={classes.text}>
            {t('deployment.overrule.explain')}
          </DialogContentText>
          {refusal && <FormError>{refusal}</FormError>}
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
            inputRef={reasonField}
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
            error={problem !== undefined}
            helperText={problem ?? t('deployment.overrule.reasonHint')}
          />
        </DialogContent>
        <DialogActions className={classes.actions}>
          <ActionButton onClick={onClose}>
            {t('deployment.overrule.cancel')}
          </ActionButton>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            disableElevation
            aria-busy={isBusy}
          >
            {isBusy
              ? t('deployment.overrule.saving')
              : t('deployment.overrule.save')}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
