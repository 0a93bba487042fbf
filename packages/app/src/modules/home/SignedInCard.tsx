import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { HomeCard } from './HomeCard';

/** Who the portal takes the reader for, and which groups that gives. */
export function SignedInCard() {
  const identityApi = useApi(identityApiRef);
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const groups = identity?.ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind === 'group',
  );

  return (
    <HomeCard
      title="Signed in"
      action={<Link to="/settings">Settings and sign-out</Link>}
    >
      {identity && (
        <>
          You are <EntityRefLink entityRef={identity.userEntityRef} />
          {groups?.length ? (
            <>
              , a member of{' '}
              {groups.map(ref => (
                <EntityRefLink key={ref} entityRef={ref} />
              ))}
              . You may create components, and change what your group owns.
            </>
          ) : (
            '. You belong to no group: you may read everything and change nothing.'
          )}
        </>
      )}
    </HomeCard>
  );
}
