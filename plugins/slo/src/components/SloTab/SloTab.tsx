import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import { useEntityBudget } from '../../hooks/useEntityBudget';
import { worstFirst } from '../../slo/worstFirst';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { SloCardContent } from '../SloCard';
import { SloNotes } from '../SloNotes';
import { SloPicker } from '../SloPicker';
import { SloSkeleton } from '../SloSkeleton';
import { SloPanel } from './SloPanel';

/**
 * Where the error budgets of an entity went: burn-down, episodes, alerts, definition and policy of one
 * SLO at a time.
 */
export function SloTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return <SloTabOf key={entityRef} entityRef={entityRef} />;
}

function SloTabOf({ entityRef }: { entityRef: string }) {
  const t = useSloTranslation();
  const { value, asOf, error, retry } = useEntityBudget(entityRef);

  if (value && asOf && value.slos.length > 0) {
    return (
      <SloTabContent budget={value} now={asOf} error={error} retry={retry} />
    );
  }
  return (
    <EntityInfoCard title={t('card.title')}>
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

function SloTabContent(props: {
  budget: EntityBudget;
  now: Date;
  error?: Error;
  retry: () => void;
}) {
  const { budget, now, error, retry } = props;
  const panelId = useId();
  const [query, setQuery] = useSearchParams();
  const slos = worstFirst(budget.slos);
  const slo = slos.find(({ name }) => name === query.get('slo')) ?? slos[0];
  const generation = query.get('generation');
  const select = (name: string) => {
    const next = new URLSearchParams(query);
    next.set('slo', name);
    next.delete('generation');
    setQuery(next, { replace: true });
  };
  return (
    <>
      <SloPicker
        slos={slos}
        selected={slo.name}
        panelId={panelId}
        onSelect={select}
      />
      <div id={panelId} role="tabpanel" aria-label={slo.name}>
        <SloPanel
          key={`${slo.id} ${generation}`}
          slo={slo}
          budget={budget}
          now={now}
          error={error}
          retry={retry}
          generation={generation === null ? undefined : Number(generation)}
          onPresent={() => select(slo.name)}
        />
      </div>
    </>
  );
}
