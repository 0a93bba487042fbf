import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decidingApi } from '../../__fixtures__/decidingApi';
import { refusal } from '../../__testUtils__/refusal';
import { renderPages } from '../../__testUtils__/renderPages';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';

stopClock();
watchDownloads();

describe('DataQualityPage', () => {
  it('shows findings that change a number before those that do not', async () => {
    renderPages('/data-quality', decidingApi());
    expect(await rowsOf('Findings')).toEqual([
      'Changes a number: Pull request opening time unknown | 257 changes | Change lead time | Pickup and review have no value; coding runs to the merge. | Connect GitHub',
      'Changes a number: No incident source | 4 of 9 services | Fail rate, Recovery | Failures are found by rollback, revert and hotfix only. | Connect Alertmanager',
      'Changes no number: Branch build | 7 deployments | None | Not on the default branch: ships no change until it is merged. | Nothing to do, unless releases are built from branches.',
      'Changes no number: Merged, not deployed yet | 2 changes | None | Counted when a deployment contains them. | Nothing to do.',
      'Changes no number: Event of an unknown service | 2 events | None | “billing” matches no component. Counted when the catalog learns it. | Register the component, or set its annotation golden-path.io/cdevents-id or golden-path.io/dora-service.',
    ]);
  });

  it('says that nothing was found', async () => {
    renderPages(
      '/data-quality',
      decidingApi({ getDataQuality: async () => ({ findings: [] }) }),
    );
    expect(
      await screen.findByText(/Nothing was found that makes these numbers/),
    ).toBeVisible();
  });

  it('shows how each source fares, and those that are not configured', async () => {
    renderPages('/data-quality', decidingApi());
    const rows = await rowsOf('Sources');
    expect(rows).toEqual([
      'GitOps repositorygitops.git | 184,200 of 250,000 commits, about 4 min leftNumbers are complete from 2 Mar 2024 on. Periods that begin earlier cannot be chosen until then.',
      expect.stringContaining(
        'Failsgithub.com/acme/signon: authentication was refused.Last read 3 h ago1 thing could not be used',
      ),
      'CDEvents | Last event 41 min ago',
      'PagerDuty | Waits for its first event',
      'GitHub | Not configured Set up GitHub',
      'Alertmanager | Not configured Set up Alertmanager',
    ]);
    expect(
      screen.getByRole('progressbar', {
        name: 'Reading the history of gitops:gitops.git',
      }),
    ).toHaveAttribute('aria-valuenow', '73');
  });

  it('says what is needed where there is no source', async () => {
    renderPages(
      '/data-quality',
      decidingApi({ listSources: async () => ({ items: [] }) }),
    );
    expect(await screen.findByText('No source configured')).toBeVisible();
  });

  it('shows why events were excluded, all or for one reason', async () => {
    renderPages('/data-quality', decidingApi());
    expect(await rowsOf('Excluded events')).toEqual([
      'CDEvents | billing 1.4.0deployment, production | Mon 16 Nov, 11:20 | No component has this name or the annotation golden-path.io/cdevents-id.',
      'GitOps repository | support v522deployment, production | Tue 10 Nov, 15:02 | Config commit: the file changed, the tag did not.',
      'GitOps repository | signon hotfix-logindeployment, production | Mon 9 Nov, 10:05 | Not on the default branch: ships no change until it is merged.Left out of one metric only: Change lead time.',
    ]);
    const user = userEvent.setup();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Reason' }),
      'Config commit',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/data-quality?reason=config',
    );
    await waitFor(async () =>
      expect(await rowsOf('Excluded events')).toHaveLength(1),
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Reason' }),
      'Redeploy',
    );
    expect(
      await screen.findByText(
        'No event of this period was excluded for this reason.',
      ),
    ).toBeVisible();
  });

  it('exports the excluded events', async () => {
    const exportCsv = jest.fn(async () => 'source,reason\r\n');
    renderPages('/data-quality?reason=config', decidingApi({ exportCsv }));
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          name: 'dora-excluded-all-2026-10-26-to-2026-11-22.csv',
          content: 'source,reason\r\n',
        },
      ]),
    );
    expect(exportCsv).toHaveBeenCalledWith('excluded', {
      scope: 'all',
      from: '2026-10-26T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
      code: 'config',
    });
  });

  it('says why an export failed', async () => {
    renderPages(
      '/data-quality',
      decidingApi({
        exportCsv: async () => {
          throw await refusal(403, 'Not allowed to read metrics');
        },
      }),
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The export failed: Not allowed to read metrics',
    );
    expect(saved()).toEqual([]);
  });

  it('loads the findings again after an error', async () => {
    let isDown = true;
    renderPages(
      '/data-quality',
      decidingApi({
        getDataQuality: async () => {
          if (isDown) {
            isDown = false;
            throw await refusal(503, 'upstream connect error');
          }
          return { findings: [] };
        },
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The DORA backend did not answer.');
    expect(alert).toHaveTextContent('GET /api/dora/v1/metrics: 503.');
    expect(alert).not.toHaveTextContent('upstream');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nothing was found/)).toBeVisible();
  });
});
