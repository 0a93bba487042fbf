import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';

/** Whose request it is: the team's, and the person's or, of a renewal, what it renews. */
export function WhoAsked({ request }: { request: EscapeHatchRequest }) {
  const { owners: refs, requester, renewalOf } = request;
  const t = useEscapeHatchTranslation();
  const owners = <EntityNames refs={refs} />;
  return (
    <>
      {renewalOf
        ? t('inbox.who.renewal', { owners, number: String(renewalOf.number) })
        : t('inbox.who.asked', {
            owners,
            requester: <EntityNames refs={[requester]} />,
          })}
    </>
  );
}
