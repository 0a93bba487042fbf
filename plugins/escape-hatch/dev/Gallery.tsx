import { Content, Link } from '@backstage/core-components';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  mlTeam,
  publishingApi,
  specialMlWorkload,
} from '../src/__fixtures__/entities';
import { EntityCard } from '../src/components/EntityCard';
import { GroupTab } from '../src/components/GroupTab';

const GRID = { display: 'grid', gap: 24, gridTemplateColumns: '1fr 1fr' };

/** The group's tab, and the card with and without escape hatches. */
export function Gallery() {
  return (
    <Content>
      <p>
        <Link to="/escape-hatches">Escape hatches</Link>
      </p>
      <EntityProvider entity={mlTeam}>
        <GroupTab />
      </EntityProvider>
      <div style={{ ...GRID, marginTop: 24 }}>
        <EntityProvider entity={specialMlWorkload}>
          <EntityCard />
        </EntityProvider>
        <EntityProvider entity={publishingApi}>
          <EntityCard />
        </EntityProvider>
      </div>
    </Content>
  );
}
