import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Entities by their titles, each with the way to its page. */
export function EntityRefs({ refs }: { refs: string[] }) {
  return (
    <>
      {refs.map((ref, i) => (
        <Fragment key={ref}>
          {i > 0 && ', '}
          <EntityRefLink entityRef={ref} hideIcon />
        </Fragment>
      ))}
    </>
  );
}
