import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EscapeHatchRequest,
  RuleInUse,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { fieldsFromQuery } from '../../draft/fieldsFromQuery';
import { fieldsOf } from '../../draft/fieldsOf';
import { shortRefs } from '../../format/shortRefs';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';
import { Crumb } from '../Crumb';
import { HatchCard } from '../HatchCard';
import { Skeleton } from '../Skeleton';
import { LoadError, StateBody } from '../states';
import { RequestForm } from './RequestForm';

/**
 * The form: of a new request, filled in by the query or with the text of another (`?from=`), or of the changes of one.
 */
export function RequestFormPage() {
  const { requestId } = useParams();
  const [query] = useSearchParams();
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const id = requestId ?? query.get('from') ?? undefined;
  const crumb = requestId
    ? { label: t('form.crumbEdit'), href: links?.edit(requestId) ?? '' }
    : { label: t('form.crumbNew'), href: links?.create() ?? '' };
  return (
    <Crumb {...crumb}>
      {/* A key, so that nothing of the form before stays in this one. */}
      <LoadedForm key={`${id}`} id={id} isEdit={requestId !== undefined} />
    </Crumb>
  );
}

function LoadedForm(props: { id: string | undefined; isEdit: boolean }) {
  const { id, isEdit } = props;
  const t = useEscapeHatchTranslation();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const load = useCallback(async () => {
    const [{ items: rules }, request] = await Promise.all([
      escapeHatchApi.listRules(),
      id === undefined ? undefined : escapeHatchApi.getRequest(id),
    ]);
    return { rules, request };
  }, [escapeHatchApi, id]);
  const { value, error, retry } = useRefreshed(load);
  if (value) {
    return <FilledForm {...value} isEdit={isEdit} />;
  }
  return error ? (
    <LoadError error={error} retry={retry} />
  ) : (
    <Skeleton label={t('form.loading')} height={480} />
  );
}

function FilledForm(props: {
  rules: RuleInUse[];
  request: EscapeHatchRequest | undefined;
  isEdit: boolean;
}) {
  const { rules, request, isEdit } = props;
  const [query] = useSearchParams();
  if (!request) {
    return <RequestForm initial={fieldsFromQuery(query)} rules={rules} />;
  }
  if (!isEdit) {
    return (
      <RequestForm
        // Its time is over, or taken.
        initial={{
          ...fieldsOf(request),
          startsOnDay: false,
          startsAt: '',
          expiresAt: '',
        }}
        copiedFrom={request.number}
        rules={rules}
      />
    );
  }
  return request.allowedActions.includes('edit') ? (
    <RequestForm initial={fieldsOf(request)} edited={request} rules={rules} />
  ) : (
    <NotEditable request={request} />
  );
}

function NotEditable({ request }: { request: EscapeHatchRequest }) {
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const number = String(request.number);
  return (
    <HatchCard title={t('form.mayNotEdit', { number })}>
      <StateBody>
        <p>
          {request.denied.edit
            ? shortRefs(request.denied.edit)
            : t('form.mayNotEditStatus')}
        </p>
        {links && (
          <ActionLink to={links.request(request.id)}>
            {t('form.toRequest', { number })}
          </ActionLink>
        )}
      </StateBody>
    </HatchCard>
  );
}
