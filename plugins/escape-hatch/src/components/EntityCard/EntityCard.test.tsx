import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { publishingApi, specialMlWorkload } from '../../__fixtures__/entities';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import {
  cudaDriver,
  readOnlyRoot,
  resourceLimits,
} from '../../__fixtures__/requests';
import { refusal } from '../../__testUtils__/refusal';
import { renderHatch } from '../../__testUtils__/renderHatch';
import { stopClock } from '../../__testUtils__/stopClock';
import { EntityCard } from './EntityCard';

stopClock();

const LIST = 'Active and pending escape hatches';

async function itemsOf() {
  const list = await screen.findByRole('list', { name: LIST });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('EntityCard', () => {
  it('says what runs out next, then the rest', async () => {
    const listRequests = jest.fn(async () => ({
      items: [resourceLimits, cudaDriver, readOnlyRoot],
    }));
    renderHatch(<EntityCard />, {
      api: fixtureApi({ listRequests }),
      entity: specialMlWorkload,
    });
    expect(await itemsOf()).toEqual([
      'resource-limits #116 days left, until Sun 29 NovRenew',
      'read-only-root #852 days left, until Thu 14 Jan 2027',
      'privileged-container #14Waits for Security',
    ]);
    expect(
      screen.getByText('2 active, 1 pending. Next to expire: resource-limits.'),
    ).toBeVisible();
    expect(listRequests).toHaveBeenCalledWith({
      entityRef: 'component:default/special-ml-workload',
      phase: ['draft', 'submitted', 'changes_requested', 'scheduled', 'active'],
      order: 'expiry',
      limit: 20,
    });
    expect(screen.getByRole('link', { name: 'Renew #11' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-11',
    );
    expect(
      screen.getByRole('link', { name: 'Request an escape hatch' }),
    ).toHaveAttribute(
      'href',
      '/escape-hatches/new?entityRef=component%3Adefault%2Fspecial-ml-workload',
    );
  });

  it('does not count down what does not count', async () => {
    renderHatch(<EntityCard />, {
      api: fixtureApi({
        listRequests: async () => ({
          items: [
            { ...resourceLimits, flags: ['owner_changed', 'suspended'] },
            {
              ...readOnlyRoot,
              phase: 'scheduled',
              activeFrom: '2026-12-01T00:00:00Z',
            },
          ],
        }),
      }),
      entity: specialMlWorkload,
    });
    expect(await itemsOf()).toEqual([
      'resource-limits #11Suspended: the new owner has not confirmed itRenew',
      'read-only-root #8Starts 1 Dec',
    ]);
    expect(
      screen.getByText(/^1 active, 1 not started yet, 0 pending\./),
    ).toBeVisible();
  });

  it('leads to the rest of many', async () => {
    renderHatch(<EntityCard />, {
      api: fixtureApi({
        listRequests: async () => ({
          items: [resourceLimits],
          nextCursor: 'more',
        }),
      }),
      entity: specialMlWorkload,
    });
    expect(
      await screen.findByRole('link', { name: 'All requests of this service' }),
    ).toHaveAttribute(
      'href',
      '/escape-hatches/requests?entityRef=component%3Adefault%2Fspecial-ml-workload',
    );
    // Not all were counted.
    expect(screen.queryByText(/pending/)).not.toBeInTheDocument();
  });

  it('says that there is none, and how to ask', async () => {
    renderHatch(<EntityCard />, {
      api: fixtureApi({ listRequests: async () => ({ items: [] }) }),
      entity: publishingApi,
    });
    expect(
      await screen.findByText(
        'publishing-api has no escape hatch: it follows every golden-path rule or has not been checked.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Request an escape hatch' }),
    ).toBeVisible();
  });

  it('goes without links where the host has no page', async () => {
    renderHatch(<EntityCard />, {
      api: fixtureApi({
        listRequests: async () => ({ items: [resourceLimits] }),
      }),
      entity: specialMlWorkload,
      hasPage: false,
    });
    expect(await itemsOf()).toEqual([
      'resource-limits #116 days left, until Sun 29 Nov',
    ]);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says so while it loads', async () => {
    renderHatch(<EntityCard />, {
      api: fixtureApi({ listRequests: () => new Promise(() => {}) }),
      entity: specialMlWorkload,
    });
    expect(
      await screen.findByRole('status', { name: 'Loading escape hatches' }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says why it could not be loaded, and tries again', async () => {
    const error = await refusal(502, 'bad gateway');
    const listRequests = jest
      .fn(async () => ({ items: [resourceLimits] }))
      .mockRejectedValueOnce(error);
    renderHatch(<EntityCard />, {
      api: fixtureApi({ listRequests }),
      entity: specialMlWorkload,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The escape-hatch backend did not answer.GET /api/escape-hatch/v1/requests: 502.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await itemsOf()).toHaveLength(1);
  });
});
