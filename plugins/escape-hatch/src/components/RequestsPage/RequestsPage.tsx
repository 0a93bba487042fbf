import { PHASE_FILTERS } from '../../lists/PhaseFilter';
import { useRequestFilters } from '../../lists/useRequestFilters';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { Choice } from '../Choice';
import { EntityFilter } from '../EntityFilter';
import { MainHead } from '../MainHead';
import { RequestList } from '../RequestList';
import { StateBody } from '../states';
import { AskLink } from '../AskLink';
import { RuleFilter } from './RuleFilter';

/** Every request that the reader may see, with filters in the address. */
export function RequestsPage() {
  const t = useEscapeHatchTranslation();
  const filters = useRequestFilters();
  const { query, set, clear, isNarrowed } = filters;
  return (
    <>
      <MainHead>
        <AskLink />
      </MainHead>
      <RequestList
        title={t('list.title')}
        query={query}
        fileName={[
          filters.state,
          filters.rule,
          filters.owner,
          filters.entityRef,
        ]
          .filter(Boolean)
          .join('-')}
        hasOwners
        filters={
          <>
            <Choice
              label={t('list.filter.state')}
              options={PHASE_FILTERS.map(value => ({
                value,
                text: t(`list.phase.${value}`),
              }))}
              value={filters.state}
              onChange={value => set('state', value)}
            />
            <RuleFilter
              value={filters.rule}
              onChange={value => set('rule', value)}
            />
            <EntityFilter
              label={t('list.filter.owner')}
              kinds={['Group', 'User']}
              value={filters.owner}
              onChange={value => set('owner', value)}
            />
            <EntityFilter
              label={t('list.filter.service')}
              kinds={['Component']}
              value={filters.entityRef}
              onChange={value => set('entityRef', value)}
            />
            <Choice
              label={t('list.filter.order')}
              options={(['newest', 'expiry'] as const).map(value => ({
                value,
                text: t(`list.order.${value}`),
              }))}
              value={filters.order}
              onChange={value => set('order', value)}
            />
          </>
        }
        empty={
          <StateBody>
            <p>{isNarrowed ? t('list.empty') : t('list.emptyAll')}</p>
            {isNarrowed && (
              <ActionButton variant="outlined" onClick={clear}>
                {t('list.clear')}
              </ActionButton>
            )}
          </StateBody>
        }
      />
    </>
  );
}
