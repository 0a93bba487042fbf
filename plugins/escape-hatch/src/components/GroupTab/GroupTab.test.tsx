import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlTeam } from '../../__fixtures__/entities';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { probes, resourceLimits } from '../../__fixtures__/requests';
import { renderHatch } from '../../__testUtils__/renderHatch';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';
import { GroupTab } from './GroupTab';

stopClock();
watchDownloads();

describe('GroupTab', () => {
  it('lists where the team leaves the golden path, soonest end first', async () => {
    const listRequests = jest.fn(fixtureApi().listRequests);
    renderHatch(<GroupTab />, {
      api: fixtureApi({ listRequests }),
      entity: mlTeam,
    });
    expect(await rowsOf('Machine learning team: escape hatches')).toEqual([
      '#11 | special-ml-workload | resource-limits | Active, 6 days left | Sun 29 Nov | today, 11:20',
      '#14 | special-ml-workload | privileged-container | Waits for Security | asked: 15 Feb 2027 | –',
      '#8 | special-ml-workload | read-only-root | Active, 52 days left | Thu 14 Jan 2027 | never',
      '#3 | special-ml-workload | probes | Expired 12 days ago | Wed 11 Nov | 9 Nov, 17:41',
    ]);
    expect(
      screen.getByRole('heading', {
        name: 'Machine learning team: escape hatches',
      }),
    ).toBeVisible();
    expect(listRequests).toHaveBeenCalledWith({
      owner: 'group:default/ml-team',
      phase: ['draft', 'submitted', 'changes_requested', 'scheduled', 'active'],
      order: 'expiry',
      cursor: undefined,
    });
  });

  it('shows what has ended on demand', async () => {
    const listRequests = jest.fn(async () => ({ items: [probes] }));
    renderHatch(<GroupTab />, {
      api: fixtureApi({ listRequests }),
      entity: mlTeam,
    });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'State' }),
      'Ended',
    );
    await waitFor(() =>
      expect(listRequests).toHaveBeenLastCalledWith({
        owner: 'group:default/ml-team',
        phase: [
          'expired',
          'rejected',
          'withdrawn',
          'lapsed',
          'revoked',
          'superseded',
        ],
        order: 'expiry',
        cursor: undefined,
      }),
    );
  });

  it('exports what is listed', async () => {
    const exportRequests = jest.fn(async () => 'number\r\n11\r\n');
    renderHatch(<GroupTab />, {
      api: fixtureApi({
        exportRequests,
        listRequests: async () => ({ items: [resourceLimits] }),
      }),
      entity: mlTeam,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          name: 'escape-hatches-group-default-ml-team-open-2026-11-23.csv',
          content: 'number\r\n11\r\n',
        },
      ]),
    );
  });

  it('says that there is none', async () => {
    renderHatch(<GroupTab />, {
      api: fixtureApi({ listRequests: async () => ({ items: [] }) }),
      entity: mlTeam,
    });
    expect(
      await screen.findByText('No escape hatch of this team matches.'),
    ).toBeVisible();
  });
});
