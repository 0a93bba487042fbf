import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { act, screen } from '@testing-library/react';
import { addSloTemplate } from '../../__testUtils__/renderOnEntity';
import { addSloRouteRef } from '../../routes';
import { AddSloActions } from './AddSloActions';

/** The buttons as a reader meets them, over a catalog that answers when told. */
async function renderActions(options: { hasScaffolder?: boolean } = {}) {
  let answer!: (template: Entity | undefined) => void;
  const template = new Promise<Entity | undefined>(resolve => {
    answer = resolve;
  });
  renderInTestApp(
    <div data-testid="place">
      <AddSloActions />
    </div>,
    {
      apis: [
        [
          catalogApiRef,
          catalogApiMock.mock({ getEntityByRef: async () => template }),
        ],
      ],
      ...(options.hasScaffolder !== false && {
        mountedRoutes: {
          '/create/:namespace/:templateName': addSloRouteRef,
        },
      }),
    },
  );
  await screen.findByTestId('place');
  return { answer: (found?: Entity) => act(async () => answer(found)) };
}

const shown = () =>
  screen
    .queryAllByRole('button')
    .map(({ textContent }) => textContent?.replace(/,.*$/, ''));

describe('AddSloActions', () => {
  it('shows no button that another one would move', async () => {
    const { answer } = await renderActions();
    expect(shown()).toEqual([]);
    // The row has its height already.
    expect(screen.getByText(/Read how/)).toBeInTheDocument();
    await answer(addSloTemplate);
    expect(shown()).toEqual(['Add an SLO', 'Read how']);
  });

  it('shows the description alone where the portal has no template', async () => {
    const { answer } = await renderActions();
    await answer(undefined);
    expect(shown()).toEqual(['Read how']);
  });

  it('waits for no template where the portal has no scaffolder', async () => {
    await renderActions({ hasScaffolder: false });
    expect(shown()).toEqual(['Read how']);
  });
});
