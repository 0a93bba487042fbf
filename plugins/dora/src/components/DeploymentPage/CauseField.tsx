import { useCallback, useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import {
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatShortMoment } from '../../format/formatShortMoment';
import type { MomentContext } from '../../format/MomentContext';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { NO_CAUSE } from './causeOf';

const DAY_MS = 86_400_000;
/** Incidents that were open from a day before to a week after the deployment can be named. */
const BEFORE_MS = DAY_MS;
const AFTER_MS = 7 * DAY_MS;

/** What made the deployment fail: an incident of the service around that time, or the deployment that followed. */
export function CauseField(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
  /** `incident:<id>`, `deployment:<id>` or empty. */
  value: string;
  onChange: (value: string) => void;
}) {
  const { deployment, context, value, onChange } = props;
  const { entityRef, finishedAt, next } = deployment;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const doraApi = useApi(doraApiRef);
  const id = useId();
  const load = useCallback(() => {
    const at = Date.parse(finishedAt);
    return doraApi.listIncidents({
      scope: entityRef,
      from: new Date(at - BEFORE_MS).toISOString(),
      to: new Date(at + AFTER_MS).toISOString(),
    });
  }, [doraApi, entityRef, finishedAt]);
  const { value: incidents, error } = useRefreshed(load);
  return (
    <TextField
      id={`${id}-cause`}
      className={classes.field}
      select
      label={t('deployment.overrule.cause')}
      variant="outlined"
      size="small"
      fullWidth
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      value={value}
      onChange={event => onChange(event.target.value)}
      helperText={error && t('deployment.overrule.causesFailed')}
    >
      <option value={NO_CAUSE}>{t('deployment.overrule.noCause')}</option>
      {incidents?.items.map(incident => (
        <option key={incident.id} value={`incident:${incident.id}`}>
          {t('deployment.overrule.causeIncident', {
            title: incident.title,
            time: formatShortMoment(incident.openedAt, context),
          })}
        </option>
      ))}
      {next && (
        <option value={`deployment:${next.id}`}>
          {t('deployment.overrule.causeDeployment', {
            version: shortVersion(next.version),
          })}
        </option>
      )}
    </TextField>
  );
}
