import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decidingApi } from '../../__fixtures__/decidingApi';
import { deployments } from '../../__fixtures__/lists';
import { renderPages } from '../../__testUtils__/renderPages';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();
watchDownloads();

/** The last four complete weeks before Monday 23 November 2026 in London, where winter time began on 25 October. */
const WINDOW = {
  scope: 'all',
  from: '2026-10-26T00:00:00Z',
  to: '2026-11-23T00:00:00Z',
};

describe('DeploymentsPage', () => {
  it('lists the production deployments of the last four weeks', async () => {
    const listDeployments = jest.fn(async () => ({ items: deployments }));
    renderPages('/deployments', decidingApi({ listDeployments }));
    expect(await rowsOf('Deployments')).toEqual([
      'Fri 20 Nov, 15:32 | finder-frontend | v821 after v819 | Succeeded | 2 | 9 d 11 h',
      'Fri 20 Nov, 13:32 | smart-answers | v1483 after v1482 | Succeeded | 1 | 3 d 14 h',
      'Fri 20 Nov, 12:17 | smart-answers | v1482 after v1481 | Succeeded | 1 | 45 h',
      'Fri 13 Nov, 09:04 | release | v783 after v781 | Failedrecovered after 6 h 40 min | 2 | 17 h 31 min',
    ]);
    expect(screen.getByText('4 deployments')).toBeVisible();
    expect(listDeployments).toHaveBeenLastCalledWith({
      ...WINDOW,
      environment: 'production',
      outcome: undefined,
      cursor: undefined,
    });
    expect(screen.getByRole('link', { name: 'v783' })).toHaveAttribute(
      'href',
      '/deployments/release-v783',
    );
  });

  it('keeps its filters in the address', async () => {
    const listDeployments = jest.fn(async () => ({ items: deployments }));
    renderPages('/deployments', decidingApi({ listDeployments }));
    const user = userEvent.setup();
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Outcome' }),
      'Failed',
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Environment' }),
      'All environments',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/deployments?outcome=failed&environment=all',
    );
    await waitFor(() =>
      expect(listDeployments).toHaveBeenLastCalledWith({
        ...WINDOW,
        environment: undefined,
        outcome: 'failed',
        cursor: undefined,
      }),
    );
  });

  it('takes its filters from the address', async () => {
    renderPages(
      '/deployments?environment=staging&outcome=failure',
      decidingApi(),
    );
    expect(
      await screen.findByRole('combobox', { name: 'Environment' }),
    ).toHaveDisplayValue('staging');
    expect(
      screen.getByRole('combobox', { name: 'Outcome' }),
    ).toHaveDisplayValue('Rollout failed');
  });

  it('shows more on demand, and what there was where more does not come', async () => {
    let isDown = true;
    const listDeployments = jest.fn(async ({ cursor }: { cursor?: string }) => {
      if (!cursor) {
        return { items: deployments.slice(0, 1), nextCursor: 'second' };
      }
      if (isDown) {
        isDown = false;
        throw new TypeError('Failed to fetch');
      }
      return { items: deployments.slice(1) };
    });
    renderPages(
      '/deployments',
      decidingApi({ listDeployments: listDeployments as never }),
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'More could not be loaded.',
    );
    expect(await rowsOf('Deployments')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('4 deployments')).toBeVisible();
    expect(await rowsOf('Deployments')).toHaveLength(4);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('says that nothing matches', async () => {
    renderPages(
      '/deployments',
      decidingApi({ listDeployments: async () => ({ items: [] }) }),
    );
    expect(
      await screen.findByText(
        'No deployment in this period matches these filters.',
      ),
    ).toBeVisible();
  });

  it('exports what is listed', async () => {
    const exportCsv = jest.fn(async () => 'id,version\r\n');
    renderPages('/deployments?outcome=failed', decidingApi({ exportCsv }));
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          name: 'dora-deployments-all-2026-10-26-to-2026-11-22.csv',
          content: 'id,version\r\n',
        },
      ]),
    );
    expect(exportCsv).toHaveBeenCalledWith('deployments', {
      ...WINDOW,
      environment: 'production',
      outcome: 'failed',
    });
  });
});
