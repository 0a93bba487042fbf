import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { doraApiRef } from '../../api/doraApiRef';
import { useBackendTimeZone } from '../../hooks/useBackendTimeZone';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { DeploymentContent } from './DeploymentContent';

/** One deployment: did it count, and why. */
export function DeploymentPage() {
  const { deploymentId = '' } = useParams();
  // A key, so that nothing of the deployment before is shown as this one's.
  return <OneDeployment key={deploymentId} id={deploymentId} />;
}

function OneDeployment({ id }: { id: string }) {
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const { timeZone } = useBackendTimeZone();
  const load = useCallback(() => doraApi.getDeployment(id), [doraApi, id]);
  const { value, error, retry } = useRefreshed(load);
  const [deployment, setDeployment] = useState(value);
  useEffect(() => setDeployment(value), [value]);

  if (deployment) {
    return (
      <DeploymentContent
        deployment={deployment}
        timeZone={timeZone}
        onChanged={setDeployment}
      />
    );
  }
  return error ? (
    <LoadError error={error} retry={retry} />
  ) : (
    <Skeleton label={t('deployment.detail.loading')} height={480} />
  );
}
