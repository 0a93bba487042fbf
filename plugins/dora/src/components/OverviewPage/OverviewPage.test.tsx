import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { reading } from '../../__fixtures__/lists';
import { organisation } from '../../__fixtures__/metrics';
import { nothing } from '../../__fixtures__/nothing';
import { renderDora } from '../../__testUtils__/renderDora';
import { stopClock } from '../../__testUtils__/stopClock';
import { OverviewPage } from './OverviewPage';

const SENTENCE =
  '139 deployments in 4 weeks, 185 in the 4 weeks before. Most on Monday 9 November: 11. None at weekends. 6 deployments failed.';

function renderPage(api: DoraApi = fixtureApi(organisation), path = '/') {
  const getMetrics = jest.spyOn(api, 'getMetrics');
  renderDora(<OverviewPage />, { api, path });
  return { getMetrics };
}

/** What a screen reader says of a tile, with ordinary spaces. */
async function tile(name: string) {
  const button = await screen.findByRole('button', { name });
  return {
    button,
    text: (button.textContent ?? '').replace(/[\u00a0\u202f]/g, ' '),
  };
}

async function rowsOf(name: string | RegExp) {
  const table = await screen.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .map(row => (row.textContent ?? '').replace(/[\u00a0\u202f]/g, ' '));
}

describe('OverviewPage', () => {
  stopClock();

  it.each([
    [
      'Deployment frequency',
      '5.0per dayElite (2024)25 % fewer: worsen = 139 deployments · 34.8 a week',
    ],
    [
      'Change lead time',
      '22 h 10 minElite (2024)5 h 20 min longer: worsemedian, n = 257 changes · p90 12 d 8 h',
    ],
    [
      'Change fail rate',
      '4.3 %Elite (2024)0.5 points up: worse6 failed, n = 139 deployments',
    ],
    [
      'Failed deployment recovery time',
      '1 h 22 minHigh (2024)1 h 26 min shorter: bettermedian, n = 5 recoveries · 1 open',
    ],
    [
      'Deployment rework rate',
      '5.0 %No band: 2024 has none0.2 points up: worse7 unplanned, n = 139 deployments',
    ],
  ])('has the tile %s', async (name, text) => {
    renderPage();
    expect((await tile(name)).text).toBe(`${name}${text}`);
  });

  it('asks for the last four whole weeks by day', async () => {
    const { getMetrics } = renderPage();
    await tile('Change lead time');
    expect(getMetrics).toHaveBeenLastCalledWith({
      scope: 'all',
      from: '2026-10-26T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
      granularity: 'day',
    });
    expect(
      screen.getByText('Mon 26 Oct – Sun 22 Nov 2026, Europe/London'),
    ).toBeVisible();
    expect(screen.getByText('compared with 28 Sep – 25 Oct')).toBeVisible();
  });

  it('asks again where the backend counts days in another zone', async () => {
    const api = fixtureApi({ ...organisation, timeZone: 'Asia/Tokyo' });
    const { getMetrics } = renderPage(api);
    await tile('Change lead time');
    expect(getMetrics).toHaveBeenLastCalledWith(
      expect.objectContaining({
        from: '2026-10-25T15:00:00Z',
        to: '2026-11-22T15:00:00Z',
      }),
    );
    expect(screen.getByText(/Asia\/Tokyo/)).toBeVisible();
  });

  it('reads scope, period, steps and metric from the URL', async () => {
    const { getMetrics } = renderPage(
      undefined,
      '/?scope=system:default/publishing&from=2026-08-24&to=2026-11-23&granularity=month&metric=changeFailRate',
    );
    expect((await tile('Change fail rate')).button).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(getMetrics).toHaveBeenLastCalledWith({
      scope: 'system:default/publishing',
      from: '2026-08-23T23:00:00Z',
      to: '2026-11-23T00:00:00Z',
      granularity: 'month',
    });
    expect(screen.getByText('Failed deployments per month')).toBeVisible();
    expect(await rowsOf('Services')).toHaveLength(4);
  });

  it('draws the selected metric and tells it in a sentence', async () => {
    renderPage();
    const chart = await screen.findByRole('img', { name: SENTENCE });
    expect(within(chart).getAllByTestId('bar')).toHaveLength(20);
    expect(within(chart).getAllByTestId('failed')).toHaveLength(6);
    expect(screen.getByText(SENTENCE)).toBeVisible();
  });

  it('selects another series by its tile', async () => {
    const user = userEvent.setup();
    renderPage();
    const { button } = await tile('Change lead time');
    await user.click(button);
    expect((await tile('Change lead time')).button).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await screen.findByText('Median lead time per day')).toBeVisible();
    expect(
      screen.getByText(
        /^The median lead time of 257 changes in 4 weeks is 22.h 10.min, 16.h 50.min in the 4 weeks before\. Longest on Monday 9 November: 19.h\.$/,
      ),
    ).toBeVisible();
  });

  it('swaps the series for its table and back', async () => {
    const user = userEvent.setup();
    renderPage();
    await screen.findByRole('img', { name: SENTENCE });
    await user.click(
      screen.getAllByRole('button', { name: 'Show as table' })[0],
    );
    const rows = await rowsOf('Deployments per day');
    expect(rows).toHaveLength(29);
    expect(rows.slice(0, 3)).toEqual([
      'FromDeploymentsBeforeFailed',
      'Mon 26 Oct530',
      'Tue 27 Oct1071',
    ]);
    await user.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(await screen.findByRole('img', { name: SENTENCE })).toBeVisible();
  });

  it('shows the distribution of lead times, also as a table', async () => {
    const user = userEvent.setup();
    renderPage();
    expect(
      await screen.findByRole('img', {
        name: /^Half of the changes reach production within 22.h 10.min, nine of ten within 12.d 8.h\. 32 of 257 took longer than a week\.$/,
      }),
    ).toBeVisible();
    await user.click(
      screen.getAllByRole('button', { name: 'Show as table' })[1],
    );
    const rows = await rowsOf('Lead times of 257 changes');
    expect(rows[1]).toBe('< 1 h229 %');
    expect(rows[4]).toBe('8–24 h7027 %');
    expect(rows[10]).toBe('> 4 w62 %');
  });

  it('names the bottleneck, the one deployment behind it, and the five worst', async () => {
    renderPage();
    expect(
      (await screen.findByText('Bottleneck: integration.')).parentElement,
    ).toHaveTextContent(
      /^Bottleneck: integration\. 53.% of lead time, was 2.%\. One deployment, release v771, is 87.% of the wait\.$/,
    );
    expect(await rowsOf('Where lead time goes')).toEqual([
      'StageShareMedian',
      'Coding first commit → merge41 %was 90 %13 h 46 minmean 36 h',
      'Integration merge → first environment53 %was 2 %8 minmean 47 h',
      'Promotion first environment → last before production4 %was 7 %5 minmean 3 h 6 min',
      'Rollout last before production → production3 %was 1 %6 minmean 2 h 17 min',
      'Pickup, review: no data, because no source tells when pull requests were opened. Coding runs to the merge.––',
    ]);
    const worst = await screen.findByRole('table', {
      name: 'Five worst deployments in integration',
    });
    expect(
      within(worst).getByRole('link', { name: 'release v771' }),
    ).toHaveAttribute('href', '/dora/deployments/release-v771');
  });

  it('leads to all deployments of the period', async () => {
    renderPage();
    expect(
      await screen.findByRole('link', { name: 'All 139 deployments' }),
    ).toHaveAttribute(
      'href',
      '/dora/deployments?scope=all&from=2026-10-26&to=2026-11-23',
    );
    expect(await rowsOf('Deployments')).toHaveLength(5);
  });

  it('tells data quality and the last review in short', async () => {
    renderPage();
    expect(await screen.findByText('2 findings change a number')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All 5 findings' })).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^Connect GitHub/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/golden-path/backstage-golden-path/blob/main/docs/dora/source-github.md',
    );
    const actions = await screen.findByRole('list', {
      name: 'Actions of the review',
    });
    expect(
      within(actions)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Open: Deploy release at least weeklyplatform-team · due 27 Nov (in 4 days)',
      'Overdue: Split long-lived branches of finder-frontendpublishing-engineer · was due 20 Nov (3 days ago)',
      'Done: Limit work in progress for smart-answerspublishing-team · done 16 Nov',
    ]);
  });

  it('says that demo data are none', async () => {
    renderPage();
    expect(await screen.findByText(/^Demo data:/)).toBeVisible();
  });

  it('chooses another period', async () => {
    const user = userEvent.setup();
    const { getMetrics } = renderPage();
    await tile('Change lead time');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Period' }),
      'Last 13 weeks',
    );
    await waitFor(() =>
      expect(getMetrics).toHaveBeenLastCalledWith({
        scope: 'all',
        from: '2026-08-23T23:00:00Z',
        to: '2026-11-23T00:00:00Z',
        granularity: 'week',
      }),
    );
  });

  it('widens chosen days to whole weeks', async () => {
    const user = userEvent.setup();
    const { getMetrics } = renderPage();
    await tile('Change lead time');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Period' }),
      'Custom',
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Choose whole weeks',
    });
    await user.clear(within(dialog).getByLabelText('First day'));
    await user.type(within(dialog).getByLabelText('First day'), '2026-11-04');
    await user.clear(within(dialog).getByLabelText('Last day'));
    await user.type(within(dialog).getByLabelText('Last day'), '2026-11-03');
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      'The last day must not be before the first.',
    );
    await user.clear(within(dialog).getByLabelText('Last day'));
    await user.type(within(dialog).getByLabelText('Last day'), '2026-11-10');
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      'Shows Mon 2 Nov – Sun 15 Nov 2026',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Show' }));
    await waitFor(() =>
      expect(getMetrics).toHaveBeenLastCalledWith(
        expect.objectContaining({
          from: '2026-11-02T00:00:00Z',
          to: '2026-11-16T00:00:00Z',
        }),
      ),
    );
  });

  it('chooses a group or system', async () => {
    const user = userEvent.setup();
    const { getMetrics } = renderPage();
    await user.click(await screen.findByRole('textbox', { name: 'Scope' }));
    await user.click(
      await screen.findByRole('option', { name: 'Publishing team' }),
    );
    await waitFor(() =>
      expect(getMetrics).toHaveBeenLastCalledWith(
        expect.objectContaining({ scope: 'group:default/publishing-team' }),
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'publishing-api' }),
    ).toHaveAttribute('href', '/catalog/default/component/publishing-api/dora');
  });

  it('says that no source is configured', async () => {
    renderPage(
      fixtureApi(nothing, { listSources: async () => ({ items: [] }) }),
    );
    expect(await screen.findByText('No source configured')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Change lead time' }),
    ).not.toBeInTheDocument();
  });

  it('says that sources are there but have nothing to tell', async () => {
    renderPage(fixtureApi(nothing));
    expect(await screen.findByText('Nothing observed yet')).toBeVisible();
  });

  it('says how far the history has been read', async () => {
    renderPage(
      fixtureApi(organisation, {
        listSources: async () => ({ items: [reading] }),
      }),
    );
    expect(
      await screen.findByText(/^184,200 of 250,000 commits/),
    ).toBeVisible();
    expect(await screen.findByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '73',
    );
  });

  it('offers no period that begins before the history is complete', async () => {
    renderPage(
      fixtureApi({ ...organisation, completeFrom: '2026-08-01T10:00:00Z' }),
    );
    await tile('Change lead time');
    expect(screen.getByRole('option', { name: 'Last 13 weeks' })).toBeEnabled();
    expect(
      screen.getByRole('option', { name: 'Last 26 weeks' }),
    ).toBeDisabled();
  });

  it('shows a still skeleton while loading', async () => {
    renderPage(
      fixtureApi(organisation, { getMetrics: () => new Promise(() => {}) }),
    );
    expect(
      await screen.findByRole('status', { name: 'Loading numbers' }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says that nothing could be loaded, and tries again', async () => {
    const user = userEvent.setup();
    const api = fixtureApi(organisation);
    jest
      .spyOn(api, 'getMetrics')
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    renderDora(<OverviewPage />, { api });
    expect(
      await screen.findByText('Numbers could not be loaded'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await tile('Change lead time')).button).toBeVisible();
  });
});
