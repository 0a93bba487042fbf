import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { insights } from '../../__fixtures__/insights';
import { refusal } from '../../__testUtils__/refusal';
import { renderPage } from '../../__testUtils__/renderPage';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';

stopClock();
watchDownloads();

const FINDING = 'The golden path needs updating: read-only-root';
const DEMAND = 'Demand per rule, last 90 days';

describe('InsightsPage', () => {
  it('says first which rule is to be changed, and why', async () => {
    renderPage('/insights', fixtureApi());
    const finding = await screen.findByRole('region', { name: FINDING });
    expect(finding).toHaveTextContent(
      '3 teams and 4 of 10 services asked for the same exception in 90 days: ml-team, platform-team, publishing-team. Read the 5 reasons',
    );
    expect(
      within(finding).getByRole('link', { name: 'Read the 5 reasons' }),
    ).toHaveAttribute('href', '/escape-hatches/requests?rule=read-only-root');
  });

  it('lists the demand with its numbers', async () => {
    renderPage('/insights', fixtureApi());
    expect(await rowsOf(DEMAND)).toEqual([
      'read-only-root |  | 3 | 5 | 4 of 10 | Golden path needs updating | Open an issue',
      'image-scan-critical |  | 2 | 2 | 2 of 10 | 1 team below the mark | ',
      'probes |  | 1 | 2 | 2 of 10 | An exception | ',
    ]);
    expect(screen.getByText('25 Aug – 23 Nov, Europe/London')).toBeVisible();
    expect(
      screen.getByText(
        'mark: 3 teams. 10 % of services counts from 20 services on.',
      ),
    ).toBeVisible();
  });

  it('lists what can be closed', async () => {
    renderPage('/insights', fixtureApi());
    expect(await rowsOf('No longer needed (1)')).toEqual([
      '#7 manuals-publisher | probes | Mon 9 Nov | Review',
    ]);
    expect(await rowsOf('Never used (1)')).toEqual([
      '#8 special-ml-workload | read-only-root | Wed 14 Oct | Review',
    ]);
    expect(screen.getByRole('link', { name: 'Review #8' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-8',
    );
  });

  it('opens an issue once, and leads to it', async () => {
    const openInsightIssue = jest.fn(async () => ({
      url: 'https://github.com/acme/platform/issues/12',
    }));
    renderPage('/insights', fixtureApi({ openInsightIssue }));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Open an issue with the 5 requests',
      }),
    );
    const finding = screen.getByRole('region', { name: FINDING });
    const link = await within(finding).findByRole('link', {
      name: /^See the issue/,
    });
    expect(link).toHaveAttribute(
      'href',
      'https://github.com/acme/platform/issues/12',
    );
    await waitFor(() => expect(link).toHaveFocus());
    expect(within(finding).getByRole('status')).toHaveTextContent(
      'Issue opened.',
    );
    expect(openInsightIssue).toHaveBeenCalledWith('read-only-root');
    // The table knows it as well.
    expect((await rowsOf(DEMAND))[0]).toMatch(/See the issue$/);
    expect(
      screen.queryByRole('button', { name: /Open an issue/ }),
    ).not.toBeInTheDocument();
  });

  it('says why no issue was opened', async () => {
    const error = await refusal(403, 'Only admins open issues');
    renderPage(
      '/insights',
      fixtureApi({ openInsightIssue: () => Promise.reject(error) }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Open an issue: read-only-root',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No issue was opened: Only admins open issues',
    );
  });

  it('offers no issue where there is no repository for it', async () => {
    renderPage(
      '/insights',
      fixtureApi({ getInsights: async () => ({ ...insights, issues: false }) }),
    );
    expect(await screen.findByRole('region', { name: FINDING })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Open an issue/ }),
    ).not.toBeInTheDocument();
  });

  it('offers no issue to readers who are no admins', async () => {
    renderPage(
      '/insights',
      fixtureApi({
        listInbox: async () => ({
          items: [],
          memberOf: ['group:default/ml-team'],
        }),
      }),
    );
    expect(await screen.findByRole('region', { name: FINDING })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Inbox' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Open an issue/ }),
    ).not.toBeInTheDocument();
  });

  it('says that there is nothing to find', async () => {
    renderPage(
      '/insights',
      fixtureApi({
        getInsights: async () => ({
          ...insights,
          rules: [],
          closable: [],
          unused: [],
          notNeeded: [],
        }),
      }),
    );
    expect(
      await screen.findByText(
        'No rule is left by enough teams to say that the golden path needs updating.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Nobody asked for an escape hatch in 90 days.'),
    ).toBeVisible();
    expect(screen.getByText('Never used (0)')).toBeVisible();
  });

  it('exports the demand', async () => {
    renderPage('/insights', fixtureApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0].name).toBe('escape-hatches-insights-2026-11-23.csv');
    expect(saved()[0].content.split('\r\n').slice(0, 2)).toEqual([
      'rule,title,teams,requests,active,services,signal,owners',
      'read-only-root,Containers do not write to their root file system,3,5,3,4,golden-path-needs-updating,group:default/ml-team group:default/platform-team group:default/publishing-team',
    ]);
  });

  it('says that it could not be loaded', async () => {
    const error = await refusal(403, 'Insights are for members of a team');
    renderPage(
      '/insights',
      fixtureApi({ getInsights: () => Promise.reject(error) }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Insights are for members of a team',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
