import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import {
  brokenApi,
  fixtureApi,
  silentApi,
} from '../../__fixtures__/fixtureApi';
import { marks } from '../../__fixtures__/history';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { states } from '../../__fixtures__/states';
import { stopClock } from '../../__testUtils__/stopClock';
import { SloTab } from './SloTab';

stopClock();

const renderTab = (budget: EntityBudget, path?: string) =>
  renderOnEntity(<SloTab />, { api: fixtureApi(budget), path });

const stat = async (name: string) =>
  within(await screen.findByRole('group', { name }));

const rowsOf = async (name: string) => {
  const table = await screen.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .map(row => row.textContent?.replace(/[\s\u202f\u00a0]+/g, ' '));
};

describe('SloTab', () => {
  describe('picker', () => {
    it('shows the worst SLO, and each other by its tab', async () => {
      const user = userEvent.setup();
      renderTab(states.ordinary);
      const tabs = await screen.findAllByRole('tab');
      expect(tabs.map(tab => tab.textContent)).toEqual([
        'Reviewavailability38.2\u202f% left',
        'On tracklatency72.2\u202f% left',
      ]);
      expect(tabs[0]).toHaveAttribute('aria-selected', 'true');
      await user.click(tabs[1]);
      expect(screen.getByRole('tabpanel', { name: 'latency' })).toBeVisible();
      expect(
        (await stat('Error budget left')).getByText('72.2 %'),
      ).toBeVisible();
    });

    it('is moved through by arrow keys', async () => {
      const user = userEvent.setup();
      renderTab(states.ordinary);
      await user.click(
        await screen.findByRole('tab', { name: /availability/ }),
      );
      await user.keyboard('{ArrowRight}');
      const latency = screen.getByRole('tab', { name: /latency/ });
      expect(latency).toHaveFocus();
      expect(latency).toHaveAttribute('aria-selected', 'true');
      await user.keyboard('{ArrowRight}');
      expect(screen.getByRole('tab', { name: /availability/ })).toHaveFocus();
      await user.keyboard('{End}');
      expect(screen.getByRole('tab', { name: /latency/ })).toHaveFocus();
    });

    it('writes the choice into the address, beside what else stands there', async () => {
      const user = userEvent.setup();
      const Address = () => <output>{useLocation().search}</output>;
      renderOnEntity(
        <>
          <SloTab />
          <Address />
        </>,
        {
          api: fixtureApi(states.ordinary),
          path: '/?from=mail&slo=availability&generation=1',
        },
      );
      await user.click(await screen.findByRole('tab', { name: /latency/ }));
      expect(screen.getByText('?from=mail&slo=latency')).toBeVisible();
    });

    it('follows the address', async () => {
      renderTab(states.ordinary, '/?slo=latency');
      expect(
        await screen.findByRole('tab', { name: /latency/ }),
      ).toHaveAttribute('aria-selected', 'true');
    });
  });

  it('shows the facts of an SLO', async () => {
    renderTab(states.ordinary);
    const budget = await stat('Error budget left');
    expect(budget.getByText('38.2 %')).toBeVisible();
    expect(
      budget.getByText('1 h 22 min of full outage or 71,650 failed requests'),
    ).toBeVisible();
    const policy = await stat('Policy');
    expect(policy.getByText('Review')).toBeVisible();
    expect(
      policy.getByText(
        'Reliability review required before next feature release · since 11 Nov, 15:45',
      ),
    ).toBeVisible();
    const sli = await stat('SLI, 30\u00a0d');
    expect(sli.getByText('99.69 %')).toBeVisible();
    expect(
      sli.getByText('Objective 99.5 % · 115,916 of 37,513,133 failed'),
    ).toBeVisible();
    const burn = await stat('Burn rate, 1\u00a0h');
    expect(burn.getByText('0.2×')).toBeVisible();
    expect(
      burn.getByText(
        '1× uses the budget in exactly 30 d · 6 h 0.2× · 3 d 0.2×',
      ),
    ).toBeVisible();
  });

  it('says what an SLO without an action may still use', async () => {
    renderTab(states.ordinary, '/?slo=latency');
    const policy = await stat('Policy');
    expect(policy.getByText('None')).toBeVisible();
    expect(
      policy.getByText('Nothing is asked for below 50 % used'),
    ).toBeVisible();
  });

  it('shows an overspent budget', async () => {
    renderTab(states.freeze);
    const budget = await stat('Error budget left');
    expect(budget.getByText('−27.4 %')).toBeVisible();
    expect(
      budget.getByText(
        '11 min of full outage or 5,788 failed requests over budget',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /^api-service availability has overspent its budget by 27\.4 % \(5,788 requests\)\. It went below zero on 11 Nov, 16:55\.$/,
      ),
    ).toBeVisible();
  });

  it('lists episodes without a word about deployments that nobody reports', async () => {
    renderTab(states.ordinary);
    expect(await rowsOf('Top episodes')).toEqual([
      'WhenBudgetFailedOf all',
      '11 Nov, 14:05 – 15:501 h 45 min33.4 %62,68743.2 %',
      '3 Nov, 09:20 – 10:0545 min5.3 %10,00019.4 %',
      '19 Nov, 06:05 – 07:101 h 5 min3.1 %5,80511.1 %',
    ]);
    expect(
      screen.getByText('41.8 % of the budget in 3 episodes'),
    ).toBeVisible();
    expect(screen.queryByText(/no deployment within/)).not.toBeInTheDocument();
  });

  it('lists what happened with an episode where it is known', async () => {
    renderOnEntity(<SloTab />, { api: fixtureApi(states.ordinary, { marks }) });
    const rows = await rowsOf('Top episodes');
    expect(rows[1]).toMatch(
      /deploy a3f9c21(, Opens in a new window)? 3 min before · incident 412/,
    );
    expect(rows[2]).toContain('no deployment within 2 h');
    expect(
      screen.getByText('Happened with: same time, not proven cause.'),
    ).toBeVisible();
  });

  it('says that no episode is known', async () => {
    renderTab(states.noTraffic);
    expect(
      await screen.findByText(
        'No time with more than an even loss is known in this window.',
      ),
    ).toBeVisible();
  });

  it('lists burn-rate alerts', async () => {
    renderTab(states.page);
    expect(await rowsOf('Burn-rate alerts')).toEqual([
      'SeverityWindowsLimitLongShortState',
      'Page1 h and 5 min14.4×16.1×18.4×Firing since 14:38',
      'Page6 h and 30 min6×0.2×0.2×Quiet',
      'Ticket1 d and 2 h3×0.2×0.2×Quiet',
      'Ticket3 d and 6 h1×0.2×0.2×Quiet',
    ]);
    expect(screen.getByText('1 firing')).toBeVisible();
  });

  it('says of when the alerts are while the data are stale', async () => {
    renderTab(states.stale);
    expect(
      await screen.findByText('None firing · State of 12:05'),
    ).toBeVisible();
    expect(
      screen.getByText('Stale: no data since 12:05, 2 h 50 min ago'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /more/ }),
    ).not.toBeInTheDocument();
  });

  it('shows the definition and where it was inferred from', async () => {
    renderTab(states.ordinary);
    expect(
      await screen.findByText(
        'Percentage of HTTP requests that succeed (non-5xx)',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('sum(rate(http_requests_total{status!~"5.."}[5m]))'),
    ).toBeVisible();
    expect(
      screen.getByText(/^Inferred from the ratio on line 9\. Set/),
    ).toHaveTextContent(
      'Inferred from the ratio on line 9. Set good and total in the document to override.',
    );
    expect(screen.getByRole('button', { name: 'Copy total' })).toBeVisible();
    expect(
      screen.getByRole('link', { name: /slos\/api-service\.yaml/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/api-service/blob/main/slos/api-service.yaml',
    );
  });

  it('warns about an indicator that may mean something else', async () => {
    renderTab(states.ordinary, '/?slo=latency');
    const warnings = await screen.findByRole('list', { name: 'Warnings' });
    expect(within(warnings).getAllByRole('listitem')).toHaveLength(1);
    expect(
      screen.getByText(/^Inferred from the histogram on line 23/),
    ).toHaveTextContent('good took at most 500 ms');
  });

  it('shows the policy with its state and history', async () => {
    renderTab(states.ordinary);
    const table = await screen.findByRole('table', { name: 'Policy' });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'Used more thanActionEffectState',
      '50\u202f%Reliability review required before next feature releaseReviewActive',
      '100\u202f%Feature freeze; all hands on reliabilityFreezeNot reached',
    ]);
    expect(
      await screen.findByText('From the document, lines 12–18'),
    ).toBeVisible();
    expect(await rowsOf('History')).toEqual([
      '11 Nov, 15:45Review began at 50.2 % used',
      '28 Sep, 09:15Review ended at 44.9 % used, after 6 d 3 h',
      '22 Sep, 06:15Review began at 51.3 % used',
    ]);
  });

  it('says that a policy comes from the configuration', async () => {
    renderTab(states.ordinary, '/?slo=latency');
    expect(await screen.findByText('From the configuration')).toBeVisible();
  });

  it('judges no threshold while the window fills', async () => {
    renderTab(states.backfilling);
    const table = await screen.findByRole('table', { name: 'Policy' });
    expect(within(table).getAllByText('Not judged yet')).toHaveLength(2);
  });

  it('shows the numbers of an earlier query and leads back', async () => {
    const user = userEvent.setup();
    const api = fixtureApi(states.newQuery);
    const getHistory = jest.spyOn(api, 'getHistory');
    renderOnEntity(<SloTab />, {
      api,
      path: '/?slo=availability&generation=1',
    });
    expect(
      await screen.findByText(
        'These are the numbers of the old query, which counted until 20 Nov, 13:30.',
      ),
    ).toBeVisible();
    expect(getHistory).toHaveBeenLastCalledWith(
      'c2xvOmF2YWlsYWJpbGl0eQ',
      expect.objectContaining({
        generation: 1,
        from: '2026-10-21T13:30:00.000Z',
        to: '2026-11-20T13:30:00.000Z',
      }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Show the present query' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText(/numbers of the old query/),
      ).not.toBeInTheDocument(),
    );
  });

  it('loads more on demand', async () => {
    const user = userEvent.setup();
    const api = fixtureApi(states.ordinary);
    const all = await api.getEpisodes(states.ordinary.slos[0].id);
    const getEpisodes = jest.spyOn(api, 'getEpisodes').mockResolvedValueOnce({
      items: all.items.slice(0, 1),
      nextCursor: 'next',
    });
    renderOnEntity(<SloTab />, { api });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(getEpisodes).toHaveBeenLastCalledWith(states.ordinary.slos[0].id, {
      limit: 25,
    });
    await waitFor(async () =>
      expect(await rowsOf('Top episodes')).toHaveLength(4),
    );
  });

  it.each([
    ['noAnnotation', 'This service has no SLO yet'],
    ['noMatch', 'slos/*.yaml matches no file'],
    ['allBroken', 'slos/api-service.yaml has 1 error'],
  ] as const)('says why there is nothing: %s', async (state, text) => {
    renderTab(states[state]);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('shows a still skeleton while loading', async () => {
    renderOnEntity(<SloTab />, { api: silentApi });
    expect(await screen.findAllByTestId('skeleton-bar')).toHaveLength(5);
    expect(
      screen.getByRole('status', { name: 'Loading SLOs' }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says that nothing could be loaded', async () => {
    renderOnEntity(<SloTab />, { api: brokenApi });
    expect(await screen.findByText('SLOs could not be loaded')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('keeps the rest where one part cannot be loaded', async () => {
    const api = fixtureApi(states.ordinary, {
      overrides: {
        getEpisodes: () => Promise.reject(new Error('Out of order')),
      },
    });
    renderOnEntity(<SloTab />, { api });
    expect(
      await screen.findByText(/Episodes could not be loaded/),
    ).toBeVisible();
    expect((await stat('Error budget left')).getByText('38.2 %')).toBeVisible();
  });
});
