import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { ActionLink } from '../ActionLink';

/** What can be done with a request: buttons and, for an edit, the way to its form. */
export function ActionButtons(props: {
  actions: RequestAction[];
  requestId: string;
  /** The first is what most want. */
  isMain?: boolean;
  onOpen: (action: RequestAction) => void;
}) {
  const { actions, requestId, isMain = false, onOpen } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return (
    <>
      {actions.map((action, i) => {
        const look = {
          ...(isMain && i === 0
            ? ({ variant: 'contained', color: 'primary' } as const)
            : ({ variant: 'outlined' } as const)),
          disableElevation: true,
          children: t(`request.action.${action}`),
        };
        return action === 'edit' ? (
          links && (
            <ActionLink key={action} to={links.edit(requestId)} {...look} />
          )
        ) : (
          <ActionButton key={action} {...look} onClick={() => onOpen(action)} />
        );
      })}
    </>
  );
}
