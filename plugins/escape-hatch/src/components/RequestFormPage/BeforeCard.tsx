import { useCallback } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type { Preview } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { daysBeyond } from '../../draft/fieldProblems';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { PlainList } from '../PlainList';

/** What a submission would meet. */
export function BeforeCard(props: {
  preview: Preview | undefined;
  /** Ids of the requests that stand in the way. */
  overlaps: string[];
  /** `YYYY-MM-DD`; empty for none yet. */
  expiresAt: string;
}) {
  const { preview, overlaps, expiresAt } = props;
  const t = useEscapeHatchTranslation();
  if (!preview) {
    return null;
  }
  const { stages, cap } = preview;
  const blocked = stages.find(
    ({ candidates }) => !candidates?.some(({ eligible }) => eligible),
  );
  const beyond = daysBeyond(expiresAt || cap.lastDay, cap.lastDay);
  return (
    <HatchCard title={t('form.before.title')}>
      <PlainList label={t('form.before.title')}>
        {overlaps.length === 0 ? (
          <Good text={t('form.before.noOverlap')} />
        ) : (
          overlaps.map(id => <Overlap key={id} id={id} />)
        )}
        {blocked ? (
          <Bad text={t('form.before.noApprover', { stage: blocked.title })} />
        ) : (
          <Good text={t('form.before.everyStage')} />
        )}
        {beyond > 0 && (
          <Bad text={t('form.before.beyondCap', { count: beyond })} />
        )}
        {beyond === 0 && expiresAt && (
          <Good text={t('form.before.inCap', { days: String(cap.days) })} />
        )}
      </PlainList>
    </HatchCard>
  );
}

function Good({ text }: { text: string }) {
  return (
    <li>
      <IconWord icon={CheckIcon} tone="ok">
        {text}
      </IconWord>
    </li>
  );
}

function Bad({ text }: { text: string }) {
  return (
    <li>
      <IconWord icon={CloseIcon} tone="bad">
        {text}
      </IconWord>
    </li>
  );
}

/** A request that stands in the way, by its number where the reader may read it. */
function Overlap({ id }: { id: string }) {
  const t = useEscapeHatchTranslation();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const links = usePageLinks();
  const load = useCallback(
    () => escapeHatchApi.getRequest(id),
    [escapeHatchApi, id],
  );
  const { value } = useRefreshed(load);
  return (
    <li>
      <IconWord icon={CloseIcon} tone="bad">
        {`${t('form.before.overlap')} `}
        {value && links ? (
          <Link to={links.request(id)}>
            {`#${value.number} ${value.rules.join(', ')}`}
          </Link>
        ) : (
          t('form.before.overlapHidden')
        )}
        <div className="small">{t('form.before.overlapHint')}</div>
      </IconWord>
    </li>
  );
}
