import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { publishingApi } from '../../__fixtures__/entities';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { organisation } from '../../__fixtures__/metrics';
import { nothing } from '../../__fixtures__/nothing';
import { quiet } from '../../__fixtures__/quiet';
import { refusal } from '../../__testUtils__/refusal';
import { renderDora } from '../../__testUtils__/renderDora';
import { stopClock } from '../../__testUtils__/stopClock';
import { ComponentTab } from './ComponentTab';

const entity = publishingApi;
const plain = (text: string | null) =>
  (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('ComponentTab', () => {
  stopClock();

  it('says what runs where, and since when', async () => {
    renderDora(<ComponentTab />, { api: fixtureApi(organisation), entity });
    const lanes = within(
      await screen.findByRole('list', { name: 'Running now' }),
    );
    expect(
      lanes.getAllByRole('listitem').map(lane => plain(lane.textContent)),
    ).toEqual([
      'integrationv1421since Fri 20 Nov, 09:01 (3 d 5 h)',
      'stagingv1421since Fri 20 Nov, 09:08 (3 d 5 h)7 min after integration',
      'productionv1421since Fri 20 Nov, 09:14 (3 d 5 h)6 min after staging',
    ]);
    expect(
      await screen.findByText(
        /^from the GitOps repository, last read 2.min ago$/,
      ),
    ).toBeVisible();
  });

  it('says why what runs could not be loaded, and tries again', async () => {
    const user = userEvent.setup();
    const api = fixtureApi(organisation);
    jest
      .spyOn(api, 'listServices')
      .mockRejectedValueOnce(await refusal(500, 'The database failed'));
    renderDora(<ComponentTab />, { api, entity });
    const alert = within(await screen.findByRole('alert'));
    expect(
      alert.getByText('The DORA backend answered with an error.'),
    ).toBeVisible();
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('list', { name: 'Running now' }),
    ).toBeVisible();
  });

  it('lists deployments without naming the service in each row', async () => {
    renderDora(<ComponentTab />, { api: fixtureApi(organisation), entity });
    const table = await screen.findByRole('table', { name: 'Deployments' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).not.toContain('Service');
  });

  it('shows the few lead times instead of a median, and leads to a longer period', async () => {
    const user = userEvent.setup();
    renderDora(<ComponentTab />, { api: fixtureApi(quiet), entity });
    await user.click(
      await screen.findByRole('button', { name: 'Change lead time' }),
    );
    expect(
      await screen.findByText(/^The three: 4.h, 22.h, 27.h\.$/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Show the last 13 weeks' }),
    ).toHaveAttribute(
      'href',
      '/?metric=changeLeadTime&from=2026-08-24&to=2026-11-23',
    );
  });

  it('says that nothing failed, which is not 0 min', async () => {
    const user = userEvent.setup();
    renderDora(<ComponentTab />, { api: fixtureApi(quiet), entity });
    const tile = await screen.findByRole('button', {
      name: 'Failed deployment recovery time',
    });
    expect(tile).toHaveTextContent(
      '–Nothing failed in this periodnot comparedn = 0 recoveries',
    );
    await user.click(tile);
    expect(
      await screen.findByText(
        '7 deployments, 0 failed. There is nothing to average; this is not 0 min.',
      ),
    ).toBeVisible();
  });

  it('compares with nothing where nothing was observed before', async () => {
    renderDora(<ComponentTab />, { api: fixtureApi(quiet), entity });
    expect(
      await screen.findByRole('img', { name: '7 deployments in 4 weeks.' }),
    ).toBeVisible();
    expect(screen.queryByText('previous period')).not.toBeInTheDocument();
  });

  it('says that no source reports the service', async () => {
    renderDora(<ComponentTab />, { api: fixtureApi(nothing), entity });
    expect(await screen.findByText('No source for this service')).toBeVisible();
    expect(
      screen.getByText(/^publishing-api has no deployments here/),
    ).toBeVisible();
  });

  it('goes without links where the host has no page', async () => {
    renderDora(<ComponentTab />, {
      api: fixtureApi(organisation),
      entity,
      hasPage: false,
    });
    const table = await screen.findByRole('table', { name: 'Deployments' });
    expect(within(table).getByText('v1483')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'v1483' }),
    ).not.toBeInTheDocument();
  });
});
