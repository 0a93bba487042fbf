import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import {
  cudaDriver,
  probes,
  readOnlyRoot,
  resourceLimits,
} from '../../__fixtures__/requests';
import { requestOf } from '../../__fixtures__/requestOf';
import { refusal } from '../../__testUtils__/refusal';
import { renderPage } from '../../__testUtils__/renderPage';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';

stopClock();
watchDownloads();

describe('RequestsPage', () => {
  it('lists every request, the newest first', async () => {
    const listRequests = jest.fn(async () => ({
      items: [
        cudaDriver,
        resourceLimits,
        readOnlyRoot,
        probes,
        requestOf({
          number: 2,
          status: 'revoked',
          phase: 'revoked',
          revokedAt: '2026-11-20T15:12:00Z',
        }),
        requestOf({ number: 1, status: 'rejected', phase: 'rejected' }),
      ],
    }));
    renderPage('/requests', fixtureApi({ listRequests }));
    expect(await rowsOf('All requests')).toEqual([
      '#14 | special-ml-workload | ml-team | privileged-container | Waits for Security | asked: 15 Feb 2027 | –',
      '#11 | special-ml-workload | ml-team | resource-limits | Active, 6 days left | Sun 29 Nov | today, 11:20',
      '#8 | special-ml-workload | ml-team | read-only-root | Active, 52 days left | Thu 14 Jan 2027 | never',
      '#3 | special-ml-workload | ml-team | probes | Expired 12 days ago | Wed 11 Nov | 9 Nov, 17:41',
      '#2 | smart-answers | publishing-team | read-only-root | Revoked | 20 Nov, 15:12 | –',
      '#1 | smart-answers | publishing-team | read-only-root | Rejected | – | –',
    ]);
    expect(screen.getByText('6 requests')).toBeVisible();
    expect(listRequests).toHaveBeenLastCalledWith({
      order: 'newest',
      cursor: undefined,
    });
    expect(screen.getByRole('link', { name: 'All requests' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('keeps its filters in the address, and the focus where it was', async () => {
    const listRequests = jest.fn(async () => ({ items: [cudaDriver] }));
    renderPage(
      '/requests',
      fixtureApi({
        listRequests,
        listRules: async () =>
          ({ items: [{ id: 'probes' }, { id: 'drift-detection' }] } as never),
      }),
    );
    const user = userEvent.setup();
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'State' }),
      'Open and active',
    );
    await screen.findByRole('option', { name: 'probes' });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Rule' }),
      'probes',
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Order' }),
      'Soonest end first',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/escape-hatches/requests?state=open&rule=probes&order=expiry',
    );
    expect(screen.getByRole('combobox', { name: 'Order' })).toHaveFocus();
    await waitFor(() =>
      expect(listRequests).toHaveBeenLastCalledWith({
        phase: [
          'draft',
          'submitted',
          'changes_requested',
          'scheduled',
          'active',
        ],
        rule: 'probes',
        order: 'expiry',
        cursor: undefined,
      }),
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'State' }),
      'All states',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/escape-hatches/requests?rule=probes&order=expiry',
    );
  });

  it('narrows to a team and to a service by name', async () => {
    const listRequests = jest.fn(async () => ({ items: [cudaDriver] }));
    renderPage('/requests', fixtureApi({ listRequests }));
    const user = userEvent.setup();
    await user.type(
      await screen.findByRole('textbox', { name: 'Owner' }),
      'ml',
    );
    await user.click(await screen.findByRole('option', { name: 'ml-team' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Service' }),
      'special',
    );
    // The answer to what was typed takes the place of all components.
    await waitFor(() =>
      expect(
        screen.queryByRole('option', { name: 'publishing-api' }),
      ).not.toBeInTheDocument(),
    );
    await user.click(
      await screen.findByRole('option', { name: 'special-ml-workload' }),
    );
    await waitFor(() =>
      expect(listRequests).toHaveBeenLastCalledWith({
        owner: 'group:default/ml-team',
        entityRef: 'component:default/special-ml-workload',
        order: 'newest',
        cursor: undefined,
      }),
    );
  });

  it('takes its filters from the address, and no others', async () => {
    const listRequests = jest.fn(async () => ({ items: [probes] }));
    renderPage(
      '/requests?state=expired&rule=old-rule&owner=group:default/ml-team&order=sideways',
      fixtureApi({ listRequests }),
    );
    expect(await rowsOf('All requests')).toHaveLength(1);
    expect(listRequests).toHaveBeenLastCalledWith({
      phase: ['expired'],
      rule: 'old-rule',
      owner: 'group:default/ml-team',
      order: 'newest',
      cursor: undefined,
    });
    expect(screen.getByRole('combobox', { name: 'State' })).toHaveDisplayValue(
      'Expired',
    );
    expect(screen.getByRole('combobox', { name: 'Rule' })).toHaveDisplayValue(
      'old-rule',
    );
    expect(screen.getByRole('textbox', { name: 'Owner' })).toHaveDisplayValue(
      'ml-team',
    );
  });

  it('shows more on demand, and what there was where more does not come', async () => {
    const listRequests = jest
      .fn(async ({ cursor }: { cursor?: string } = {}) =>
        cursor
          ? { items: [probes] }
          : { items: [cudaDriver], nextCursor: 'second' },
      )
      .mockImplementationOnce(async () => ({
        items: [cudaDriver],
        nextCursor: 'second',
      }))
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    renderPage('/requests', fixtureApi({ listRequests }));
    const user = userEvent.setup();
    expect(await screen.findByText('1 requests shown')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'More could not be loaded.',
    );
    expect(await rowsOf('All requests')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('2 requests')).toBeVisible();
    expect(listRequests).toHaveBeenLastCalledWith({
      order: 'newest',
      cursor: 'second',
    });
  });

  it('says that nothing matches, and shows all again', async () => {
    const listRequests = jest.fn(async ({ rule }: { rule?: string } = {}) => ({
      items: rule ? [] : [cudaDriver],
    }));
    renderPage('/requests?rule=probes', fixtureApi({ listRequests }));
    expect(
      await screen.findByText('No request matches these filters.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all requests' }),
    );
    expect(await rowsOf('All requests')).toHaveLength(1);
  });

  it('says that nobody has asked yet', async () => {
    renderPage(
      '/requests',
      fixtureApi({ listRequests: async () => ({ items: [] }) }),
    );
    expect(
      await screen.findByText('Nobody has asked for an escape hatch yet.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show all requests' }),
    ).not.toBeInTheDocument();
  });

  it('exports what is listed', async () => {
    const exportRequests = jest.fn(async () => 'number\r\n14\r\n');
    renderPage('/requests?state=active', fixtureApi({ exportRequests }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          name: 'escape-hatches-active-2026-11-23.csv',
          content: 'number\r\n14\r\n',
        },
      ]),
    );
    expect(exportRequests).toHaveBeenCalledWith({
      phase: ['active'],
      order: 'newest',
    });
  });

  it('says why an export failed', async () => {
    const error = await refusal(400, 'More than 100000 requests match');
    renderPage(
      '/requests',
      fixtureApi({ exportRequests: () => Promise.reject(error) }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not exported: More than 100000 requests match',
    );
  });

  it('shows the texts of others as text', async () => {
    renderPage(
      '/requests',
      fixtureApi({
        listRequests: async () => ({
          items: [{ ...cudaDriver, rules: ['<img src=x onerror=alert(1)>'] }],
        }),
      }),
    );
    expect((await rowsOf('All requests'))[0]).toContain(
      '<img src=x onerror=alert(1)>',
    );
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
