import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { FindingHatch } from '@golden-path/backstage-plugin-golden-path-common';
import { DateTime } from 'luxon';
import { hatchRouteRef } from '../../routes';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

/** The escape hatch that waives a finding, and the last day that it does. */
export function HatchLink({ hatch }: { hatch: FindingHatch }) {
  const t = useGoldenPathTranslation();
  const requestPath = useRouteRef(hatchRouteRef);
  // An end at midnight is the end of the day before.
  const day = DateTime.fromISO(hatch.expiresAt)
    .minus({ milliseconds: 1 })
    .setLocale('en-GB')
    .toFormat('d MMM yyyy');
  const text = t('check.hatch', { day });
  return requestPath ? (
    <Link to={requestPath({ requestId: hatch.id })}>{text}</Link>
  ) : (
    <span>{text}</span>
  );
}
