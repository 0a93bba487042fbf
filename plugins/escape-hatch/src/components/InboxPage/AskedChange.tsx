import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import useAsync from 'react-use/esm/useAsync';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

/** Who asked for which change of a request; lists do not say it, and few requests wait for one. */
export function AskedChange({ id }: { id: string }) {
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const { value } = useAsync(() => api.getRequest(id), [api, id]);
  const asked = value?.timeline
    ?.filter(({ action }) => action === 'request-changes')
    .pop();
  return (
    <>
      {asked?.comment
        ? t('inbox.own.asked', {
            person: parseEntityRef(asked.actor).name,
            comment: asked.comment,
          })
        : t('inbox.own.answer')}
    </>
  );
}
