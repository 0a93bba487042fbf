import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useEntityBudget } from '../../hooks/useEntityBudget';
import { useTabLink } from '../../hooks/useTabLink';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { SloNotes } from '../SloNotes';
import { SloSkeleton } from '../SloSkeleton';
import { CardHint } from './CardHint';
import { SloCardContent } from './SloCardContent';

/**
 * The error budgets of the entity whose page it stands on.
 */
export function SloCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return <SloCardOf key={entityRef} entityRef={entityRef} />;
}

function SloCardOf({ entityRef }: { entityRef: string }) {
  const t = useSloTranslation();
  const tabLink = useTabLink();
  const { value, asOf, error, retry } = useEntityBudget(entityRef);
  const slos = value?.slos ?? [];
  return (
    <EntityInfoCard
      title={t('card.title')}
      headerActions={
        <>
          {value && <CardHint budget={value} />}
          {tabLink && slos.length > 0 && (
            <Link to={tabLink()} noWrap>
              {t('card.openTab')}
            </Link>
          )}
        </>
      }
    >
      {value && asOf && (
        <SloCardContent budget={value} now={asOf} error={error} retry={retry} />
      )}
      {!value && error && (
        <SloNotes
          notes={[{ kind: 'loadError', error, retry }]}
          now={new Date()}
          sloCount={0}
        />
      )}
      {!value && !error && <SloSkeleton label={t('card.loading')} />}
    </EntityInfoCard>
  );
}
