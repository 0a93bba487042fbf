import { Content } from '@backstage/core-components';
import { useSearchParams } from 'react-router-dom';
import { fixtureApi, silentApi } from '../src/__fixtures__/fixtureApi';
import { marks } from '../src/__fixtures__/history';
import { states } from '../src/__fixtures__/states';
import { SloTab } from '../src/components/SloTab';
import { Frame } from './Frame';

/** Part 3 of the mock-up: the tab in the state that `?state=` names, with `&marks` what happened. */
export function TabGallery() {
  const [query] = useSearchParams();
  const name = query.get('state') ?? 'ordinary';
  const api =
    name === 'loading'
      ? silentApi
      : fixtureApi(states[name as keyof typeof states], {
          marks: query.has('marks') ? marks : [],
        });
  return (
    <Content>
      <Frame api={api}>
        <SloTab />
      </Frame>
    </Content>
  );
}
