import { useEffect, useRef, useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type { RuleDemand } from '@golden-path/backstage-plugin-escape-hatch-common';
import { errorText } from '../../api/errorText';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';

/** Opens an issue in the platform repository that links a rule's requests; once there is one, the way to it. */
export function IssueButton(props: {
  demand: RuleDemand;
  /** The page's main action, with all it says. */
  isPrimary?: boolean;
  onOpened: (url: string) => void;
}) {
  const { demand, isPrimary = false, onOpened } = props;
  const { rule, requests, issueUrl } = demand;
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const [isBusy, setBusy] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    // The button that had the focus has become this link.
    if (isOpened && issueUrl) {
      link.current?.focus();
    }
  }, [isOpened, issueUrl]);

  const open = async () => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      const { url } = await api.openInsightIssue(rule);
      setOpened(true);
      onOpened(url);
    } catch (error) {
      const reason = errorText(error, t);
      setRefusal(t('insight.finding.failed', { reason }));
    } finally {
      setBusy(false);
    }
  };

  if (issueUrl) {
    return (
      <span>
        {isOpened && <span role="status">{t('insight.finding.opened')} </span>}
        <Link ref={link} to={issueUrl}>
          {t('insight.finding.see')}
        </Link>
      </span>
    );
  }
  return (
    <div>
      <ActionButton
        onClick={open}
        aria-busy={isBusy}
        disableElevation
        {...(isPrimary
          ? { variant: 'contained', color: 'primary' }
          : {
              variant: 'outlined',
              'aria-label': t('insight.demand.openFor', { rule }),
            })}
      >
        {isBusy && t('insight.finding.opening')}
        {!isBusy && isPrimary && t('insight.finding.open', { count: requests })}
        {!isBusy && !isPrimary && t('insight.demand.open')}
      </ActionButton>
      {refusal && <FormError>{refusal}</FormError>}
    </div>
  );
}
