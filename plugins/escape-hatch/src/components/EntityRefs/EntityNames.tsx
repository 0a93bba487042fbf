import { Fragment } from 'react';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';

/** Entities by their titles, where links would distract. */
export function EntityNames({ refs }: { refs: string[] }) {
  return (
    <>
      {refs.map((ref, i) => (
        <Fragment key={ref}>
          {i > 0 && ', '}
          <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
        </Fragment>
      ))}
    </>
  );
}
