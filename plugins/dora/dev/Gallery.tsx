import { useSearchParams } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import { publishingApi, publishingTeam } from '../src/__fixtures__/entities';
import { fixtureApi } from '../src/__fixtures__/fixtureApi';
import { reading } from '../src/__fixtures__/lists';
import { organisation } from '../src/__fixtures__/metrics';
import { nothing } from '../src/__fixtures__/nothing';
import { quiet } from '../src/__fixtures__/quiet';
import { team } from '../src/__fixtures__/team';
import { ComponentTab } from '../src/components/ComponentTab';
import { GroupTab } from '../src/components/GroupTab';
import { OverviewPage } from '../src/components/OverviewPage';
import { Frame } from './Frame';

const never = () => new Promise<never>(() => {});

const apis = {
  ordinary: fixtureApi(organisation),
  team: fixtureApi(team),
  quiet: fixtureApi(quiet),
  nothing: fixtureApi(nothing),
  noSource: fixtureApi(nothing, { listSources: async () => ({ items: [] }) }),
  reading: fixtureApi(organisation, {
    listSources: async () => ({ items: [reading] }),
  }),
  error: fixtureApi(organisation, {
    getMetrics: () => Promise.reject(new TypeError('Failed to fetch')),
  }),
  loading: fixtureApi(organisation, { getMetrics: never }),
};

/** The overview, `?view=group` or `?view=component`, in the state that `?state=` names. */
export function Gallery() {
  const [query] = useSearchParams();
  const api = apis[(query.get('state') ?? 'ordinary') as keyof typeof apis];
  const view = query.get('view');
  return (
    <Content>
      {view === 'group' && (
        <Frame api={api} entity={publishingTeam}>
          <GroupTab />
        </Frame>
      )}
      {view === 'component' && (
        <Frame api={api} entity={publishingApi}>
          <ComponentTab />
        </Frame>
      )}
      {!view && (
        <Frame api={api}>
          <OverviewPage />
        </Frame>
      )}
    </Content>
  );
}
