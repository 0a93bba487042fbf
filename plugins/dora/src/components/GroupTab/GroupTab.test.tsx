import { screen, within } from '@testing-library/react';
import { publishingTeam } from '../../__fixtures__/entities';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { team } from '../../__fixtures__/team';
import { renderDora } from '../../__testUtils__/renderDora';
import { stopClock } from '../../__testUtils__/stopClock';
import { GroupTab } from './GroupTab';

const plain = (text: string | null) =>
  (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('GroupTab', () => {
  stopClock();

  it('asks for the group', async () => {
    const api = fixtureApi(team);
    const getMetrics = jest.spyOn(api, 'getMetrics');
    renderDora(<GroupTab />, { api, entity: publishingTeam });
    await screen.findByRole('button', { name: 'Change lead time' });
    expect(getMetrics).toHaveBeenLastCalledWith(
      expect.objectContaining({ scope: 'group:default/publishing-team' }),
    );
  });

  it('gives no value below five', async () => {
    renderDora(<GroupTab />, { api: fixtureApi(team), entity: publishingTeam });
    const tile = await screen.findByRole('button', {
      name: 'Failed deployment recovery time',
    });
    expect(tile).toHaveTextContent(
      'Too fewNo value below 5not comparedn = 3 recoveries · 1 open',
    );
  });

  it('lists services by name, not by value', async () => {
    renderDora(<GroupTab />, { api: fixtureApi(team), entity: publishingTeam });
    const table = await screen.findByRole('table', {
      name: 'Services of this team',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => plain(textContent)),
    ).toEqual([
      'ServiceDeploymentsLead time, medianbeforeFailedBottleneck',
      'finder-frontend1531 h17 h 34 min1 of 15Coding 88 %',
      'publishing-api3215 h 11 min14 h 5 min1 of 32Coding 84 %',
      'smart-answers4Too few–0 of 4–',
    ]);
    expect(screen.getByText('by name')).toBeVisible();
  });

  it('lists open actions, soonest first', async () => {
    renderDora(<GroupTab />, { api: fixtureApi(team), entity: publishingTeam });
    const list = await screen.findByRole('list', { name: 'Open actions' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining('Overdue: Split long-lived branches'),
      expect.stringContaining('Open: Deploy release at least weekly'),
    ]);
    expect(
      screen.getByRole('link', { name: 'Review of October 2026' }),
    ).toHaveAttribute('href', '/dora/reviews/october');
  });

  it('says that nothing was promised', async () => {
    renderDora(<GroupTab />, {
      api: fixtureApi(team, {
        listReviews: async () => ({ items: [], ready: [] }),
      }),
      entity: publishingTeam,
    });
    expect(
      await screen.findByText(
        'No month has been reviewed yet, so nothing was promised.',
      ),
    ).toBeVisible();
  });
});
