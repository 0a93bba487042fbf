import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { ViewContext } from '../../request/ViewContext';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { PlainList } from '../PlainList';

/** Which gates know it, or will. Nothing of a request that is over. */
export function ConsumersCard(props: {
  request: EscapeHatchRequest;
  context: ViewContext;
}) {
  const { request, context } = props;
  const title = titleOf(request, context);
  if (!title || request.consumers.length === 0) {
    return null;
  }
  return (
    <HatchCard title={title}>
      <PlainList label={title}>
        {request.consumers.map(({ id, carries, message }) => (
          <li key={id}>
            <IconWord
              icon={carries ? CheckIcon : BlockIcon}
              tone={carries ? 'ok' : 'quiet'}
            >
              {message}
            </IconWord>
          </li>
        ))}
      </PlainList>
    </HatchCard>
  );
}

function titleOf(
  { phase, flags }: EscapeHatchRequest,
  { t }: ViewContext,
): string | undefined {
  switch (phase) {
    case 'draft':
    case 'submitted':
    case 'changes_requested':
      return t('request.consumers.pending');
    case 'scheduled':
      return t('request.consumers.scheduled');
    case 'active':
      return flags.includes('suspended')
        ? t('request.consumers.suspended')
        : t('request.consumers.active');
    default:
      return undefined;
  }
}
