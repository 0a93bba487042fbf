import { useMemo, useState } from 'react';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { phasesOf } from '../../lists/PhaseFilter';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { Choice } from '../Choice';
import { RequestList } from '../RequestList';
import { StateBody } from '../states';

const STATES = ['open', 'ended', 'all'] as const;

/** Where a team leaves the golden path, soonest end first. */
export function GroupTab() {
  const { entity } = useEntity();
  const owner = stringifyEntityRef(entity);
  return <GroupTabOf key={owner} owner={owner} name={nameOf(entity)} />;
}

function GroupTabOf({ owner, name }: { owner: string; name: string }) {
  const t = useEscapeHatchTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  const query = useMemo(
    () => ({ owner, phase: phasesOf(state), order: 'expiry' as const }),
    [owner, state],
  );
  return (
    <RequestList
      title={t('list.teamTitle', { team: name })}
      query={query}
      fileName={state === 'all' ? owner : `${owner}-${state}`}
      controls={
        <Choice
          label={t('list.filter.state')}
          options={STATES.map(value => ({
            value,
            text: t(`list.phase.${value}`),
          }))}
          value={state}
          onChange={setState}
        />
      }
      empty={
        <StateBody>
          <p>{t('list.emptyTeam')}</p>
          <p className="sub">{t('list.emptyTeamHint')}</p>
        </StateBody>
      }
    />
  );
}

/** As the catalog calls the team. */
function nameOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? metadata.title ?? metadata.name;
}
