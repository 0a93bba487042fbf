import { Link } from '@backstage/core-components';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEnd } from '../../format/formatEnd';
import { usePageLinks } from '../../hooks/usePageLinks';
import type { ViewContext } from '../../request/ViewContext';
import { ActionButton } from '../ActionButton';
import { NoteBox } from '../NoteBox';

const DAY_MS = 86_400_000;

/** What a renewal takes the place of, and how long that lasts in all. */
export function RenewalNote(props: {
  request: EscapeHatchRequest;
  renewalOf: { id: string; number: number };
  /** The renewed request, once it is there and where the reader may read it. */
  renewed: EscapeHatchRequest | undefined;
  context: ViewContext;
  onCompare: () => void;
}) {
  const { request, renewalOf, renewed, context, onCompare } = props;
  const { t } = context;
  const links = usePageLinks();
  const number = String(request.number);
  const before = String(renewalOf.number);
  const days = renewed && chainDays(request, renewed);
  const length = String(request.chainLength);
  const isPending = ['draft', 'submitted', 'changes_requested'].includes(
    request.phase,
  );
  return (
    <NoteBox
      tone="quiet"
      buttons={
        renewed && (
          <ActionButton variant="outlined" onClick={onCompare}>
            {t('request.note.compare', { before, after: number })}
          </ActionButton>
        )
      }
    >
      <strong>
        {t('request.note.renews', { number })}{' '}
        {links ? (
          <Link to={links.request(renewalOf.id)}>{`#${before}`}</Link>
        ) : (
          `#${before}`
        )}
      </strong>
      {days === undefined
        ? t('request.note.chainShort', { length })
        : t('request.note.chain', { length, days: String(days) })}
      <p className="quiet">
        {renewed &&
          isPending &&
          `${
            renewed.phase === 'active'
              ? t('request.note.renewedActive', {
                  number: before,
                  end: formatEnd(renewed.expiresAt, context),
                })
              : t('request.note.renewedOver', { number: before })
          } `}
        {t('request.note.renewsText')}
      </p>
    </NoteBox>
  );
}

/** From the begin of the first to the end of the last, floored; known where the renewed one is the first. */
function chainDays(
  request: EscapeHatchRequest,
  renewed: EscapeHatchRequest,
): number | undefined {
  return renewed.chainLength === 1 && renewed.activeFrom
    ? Math.floor(
        (Date.parse(request.expiresAt) - Date.parse(renewed.activeFrom)) /
          DAY_MS,
      )
    : undefined;
}
