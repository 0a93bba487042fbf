import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import {
  brokenApi,
  fixtureApi,
  silentApi,
} from '../../__fixtures__/fixtureApi';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { now } from '../../__fixtures__/slos';
import { states } from '../../__fixtures__/states';
import { SloCard } from './SloCard';

beforeEach(() => {
  jest.useFakeTimers({ now, advanceTimers: true });
});

afterEach(() => {
  jest.useRealTimers();
});

const renderCard = (budget: EntityBudget) =>
  renderOnEntity(<SloCard />, { api: fixtureApi(budget) });

const row = async (name: string) =>
  within(await screen.findByRole('group', { name }));

describe('SloCard', () => {
  it('says first what the policy asks for, in its own words', async () => {
    renderCard(states.ordinary);
    expect(
      await screen.findByText(
        'Reliability review required before next feature release',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'availability has used 61.8 % of its budget (threshold 50 %). In force since 11 Nov, 15:45.',
      ),
    ).toBeVisible();
  });

  it('shows each SLO with objective, state, budget and burn rates', async () => {
    renderCard(states.ordinary);
    const availability = await row('availability');
    for (const text of [
      '99.5 % of requests succeed · 30 d',
      'Review',
      '38.2 %',
      'budget left',
      '1 h 22 min of full outage or',
      '71,650 failed requests left',
      '99.69 %',
    ]) {
      expect(availability.getByText(text)).toBeVisible();
    }
    expect(availability.getByText('Burn 1 h').nextSibling).toHaveTextContent(
      '0.2×',
    );
    expect(availability.getByText('Burn 6 h').nextSibling).toHaveTextContent(
      '0.2×',
    );
    expect(
      availability.getByRole('img', {
        name: '38.2\u202f% of the error budget left',
      }),
    ).toBeVisible();
    expect(
      availability.getByRole('img', {
        name: 'Budget left over 30\u00a0d, now 38.2\u202f%.',
      }),
    ).toBeVisible();

    const latency = await row('latency');
    expect(
      latency.getByText('95 % of POST /api/orders within 500 ms · 30 d'),
    ).toBeVisible();
    expect(latency.getByText('On track')).toBeVisible();
    expect(latency.getByText('25 h 59 min of full outage or')).toBeVisible();
    expect(latency.getByText('42,390 slow requests left')).toBeVisible();
  });

  it('puts the worst SLO first, whatever the order of the answer', async () => {
    renderCard({
      ...states.ordinary,
      slos: [...states.ordinary.slos].reverse(),
    });
    await row('availability');
    expect(
      screen
        .getAllByRole('group')
        .map(group => group.getAttribute('aria-label')),
    ).toEqual(['availability', 'latency']);
  });

  it('leads from each name to that SLO on the tab', async () => {
    renderCard(states.ordinary);
    expect(
      await screen.findByRole('link', { name: 'latency' }),
    ).toHaveAttribute('href', '/slos?slo=latency');
    expect(screen.getByRole('link', { name: 'Open SLO tab' })).toHaveAttribute(
      'href',
      '/slos',
    );
  });

  it('goes without links where the tab is not mounted', async () => {
    renderOnEntity(<SloCard />, {
      api: fixtureApi(states.ordinary),
      hasTab: false,
    });
    const latency = await row('latency');
    expect(latency.getByText('latency')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says at its foot where the numbers come from', async () => {
    renderCard(states.ordinary);
    for (const text of [
      'Data to 23 Nov, 14:55',
      'Coverage 100 %',
      'Pushed by demo-ci',
      'Demo data',
      'Times in Europe/London',
    ]) {
      expect(await screen.findByText(text)).toBeVisible();
    }
  });

  it('asks once, and again after a minute', async () => {
    const getEntityBudget = jest.fn(async () => states.ordinary);
    renderOnEntity(<SloCard />, {
      api: fixtureApi(states.ordinary, { overrides: { getEntityBudget } }),
    });
    await row('availability');
    await act(() => jest.advanceTimersByTimeAsync(55_000));
    expect(getEntityBudget).toHaveBeenCalledTimes(1);
    expect(getEntityBudget).toHaveBeenCalledWith(
      'component:default/api-service',
    );

    getEntityBudget.mockResolvedValue(states.freeze);
    await act(() => jest.advanceTimersByTimeAsync(6_000));
    expect(getEntityBudget).toHaveBeenCalledTimes(2);
    expect(screen.getByText('−27.4 %')).toBeVisible();
  });

  describe('while loading', () => {
    it('is empty at first and shows a still skeleton after 300 ms', async () => {
      renderOnEntity(<SloCard />, { api: silentApi });
      const status = await screen.findByRole('status', {
        name: 'Loading SLOs',
      });
      expect(status).toBeEmptyDOMElement();
      await act(() => jest.advanceTimersByTimeAsync(301));
      expect(screen.getAllByTestId('skeleton-bar')).toHaveLength(5);
    });
  });

  describe('without an SLO', () => {
    it('says how to get one', async () => {
      renderCard(states.noAnnotation);
      expect(
        await screen.findByText('This service has no SLO yet'),
      ).toBeVisible();
      expect(screen.getByText(/golden-path.io\/slo: slos/)).toBeVisible();
      expect(
        await screen.findByRole('button', { name: 'Add an SLO' }),
      ).toHaveAttribute('href', '/create/default/add-slo');
      expect(screen.getByRole('button', { name: /Read how/ })).toHaveAttribute(
        'href',
        expect.stringContaining('plugins/slo'),
      );
      expect(
        screen.getByRole('button', { name: 'Copy the annotation' }),
      ).toBeVisible();
    });

    it('has no button to a template that the portal has not got', async () => {
      renderOnEntity(<SloCard />, {
        api: fixtureApi(states.noAnnotation),
        hasTemplate: false,
      });
      await screen.findByText('This service has no SLO yet');
      await act(() => jest.advanceTimersByTimeAsync(100));
      expect(
        screen.queryByRole('button', { name: 'Add an SLO' }),
      ).not.toBeInTheDocument();
    });

    it('names a pattern that matches no file, where it looked and where the pattern stands', async () => {
      renderCard(states.noMatch);
      expect(
        await screen.findByText('slos/*.yaml matches no file'),
      ).toBeVisible();
      expect(
        screen.getByText(
          /Looked in github.com\/acme\/api-service at 4a1f9c2\. The annotation is in/,
        ),
      ).toBeVisible();
      expect(
        screen.getByRole('link', { name: /catalog-info\.yaml/ }),
      ).toHaveAttribute(
        'href',
        'https://github.com/acme/api-service/blob/main/catalog-info.yaml',
      );
    });

    it('lists the errors where no document can be read', async () => {
      renderCard(states.allBroken);
      expect(
        await screen.findByText('slos/api-service.yaml has 1 error'),
      ).toBeVisible();
      expect(
        screen.getByText('3:1 expected a list of SLOs, got nothing'),
      ).toBeVisible();
      expect(
        screen.getByText(/No SLO can be read until this is mended\./),
      ).toBeVisible();
    });
  });

  describe('notes', () => {
    it('lists the errors of a document, keeps the numbers of its last good version and names that', async () => {
      renderCard(states.documentError);
      expect(
        await screen.findByText('slos/api-service.yaml has 2 errors'),
      ).toBeVisible();
      expect(
        screen.getByText(
          /The last good version of 20 Nov, 13:30 stays in force\./,
        ),
      ).toBeVisible();
      expect(
        screen.getByText(
          /slos\[0\]\.target: expected a fraction between 0 and 1, got 99\.5/,
        ),
      ).toBeVisible();
      expect(screen.getByRole('link', { name: /^14:20/ })).toHaveAttribute(
        'href',
        'https://github.com/acme/api-service/blob/main/slos/api-service.yaml#L14',
      );
      expect(screen.getByText('4a1f9c2')).toBeVisible();
      expect((await row('availability')).getByText('38.2 %')).toBeVisible();
    });

    it.each([
      [
        'stale',
        'Stale: no data since 12:05, 2 h 50 min ago',
        'Alerts, policy and deploy gate keep their state of 12:05. platform-team was notified at 12:50.',
      ],
      [
        'backfilling',
        'Backfilling: 18 of 30 days loaded',
        'Numbers cover 5 Nov – 23 Nov. Alerts and policy start when all 30 days are in; until then the deploy gate follows its fail mode.',
      ],
      [
        'newQuery',
        'New query since 20 Nov, 13:30',
        'Its window refills and covers 3 of 30 days. The old query ended at 41.0 % used.',
      ],
      [
        'page',
        'Page: burning at 16.1× the even pace',
        // 0.382 × 720 h / 16.1 = 17.083 h, floored
        '1 h 16.1× and 5 min 18.4×, limit 14.4×, since 14:38. At this pace all of it is gone in 17 h 4 min.',
      ],
      [
        'freeze',
        'Feature freeze; all hands on reliability',
        'availability has used 127.4 % of its budget (threshold 100 %). In force since 20 Nov, 11:25. Rollbacks stay allowed.',
      ],
      [
        'partial',
        'Partial data: 82 % of the window is covered',
        'Largest gap: 6 Nov, 01:00 – 11 Nov, 10:20. Still judged.',
      ],
    ] as const)('%s', async (state, title, detail) => {
      renderCard(states[state]);
      const note = await screen.findByText(title);
      const text = note.parentElement?.textContent?.replace(/\s+/g, ' ');
      expect(text).toContain(detail);
    });

    it('shows how far a backfill has come', async () => {
      renderCard(states.backfilling);
      expect(
        await screen.findByRole('progressbar', {
          name: 'Loaded part of the window',
        }),
      ).toHaveAttribute('aria-valuenow', '60');
      expect(screen.getByText('Frozen')).toBeVisible();
      expect(
        (await row('availability')).getByText('Not judged yet'),
      ).toBeVisible();
    });

    it('leads to the numbers of the query before', async () => {
      renderCard(states.newQuery);
      expect(
        await screen.findByRole('link', { name: 'Show its history' }),
      ).toHaveAttribute('href', '/slos?slo=availability&generation=1');
    });

    it('says why the source is silent', async () => {
      renderCard(states.stale);
      expect(
        await screen.findByText('Prometheus main did not answer within 30 s'),
      ).toBeVisible();
      expect(screen.getByText('Frozen')).toBeVisible();
    });

    it('shows one at a time, and the others on demand', async () => {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      renderCard(states.page);
      const more = await screen.findByRole('button', { name: 'and 1 more' });
      const review = 'Reliability review required before next feature release';
      expect(screen.queryByText(review)).not.toBeInTheDocument();
      expect(more).toHaveAttribute('aria-expanded', 'false');
      act(() => more.focus());
      await user.keyboard('{Enter}');
      expect(screen.getByText(review)).toBeVisible();
      expect(
        screen.getByRole('button', { name: 'Show only the first' }),
      ).toHaveAttribute('aria-expanded', 'true');
    });

    it('writes names as they are', async () => {
      const [slo] = states.review.slos;
      renderCard({ ...states.review, slos: [{ ...slo, name: 'pay & <go>' }] });
      expect(
        await screen.findByText(/^pay & <go> has used 61\.8 % of its budget/),
      ).toBeVisible();
    });

    it('names the SLO where the card has others', async () => {
      renderCard({
        ...states.partial,
        slos: [...states.partial.slos, ...states.noTraffic.slos],
      });
      const note = await screen.findByText(/^latency: Largest gap/);
      expect(note).toBeVisible();
    });
  });

  describe('numbers', () => {
    it('says by how much a budget is overspent', async () => {
      renderCard(states.freeze);
      const availability = await row('availability');
      for (const text of [
        'Freeze',
        '−27.4 %',
        'overspent',
        '11 min of full outage or',
        '5,788 failed requests over budget',
      ]) {
        expect(availability.getByText(text)).toBeVisible();
      }
    });

    it('shows the alert beside the policy', async () => {
      renderCard(states.page);
      const availability = await row('availability');
      expect(availability.getByText('Page')).toBeVisible();
      expect(availability.getByText('Review')).toBeVisible();
    });

    it('judges nothing without traffic', async () => {
      renderCard(states.noTraffic);
      const availability = await row('availability');
      for (const text of [
        'No traffic',
        '–',
        'no requests in the last 30 days',
        'The source answers and counts 0 requests. The budget is unchanged; nothing is judged.',
      ]) {
        expect(availability.getByText(text)).toBeVisible();
      }
      expect(availability.queryByRole('img')).not.toBeInTheDocument();
    });

    it('shows no number before there is one', async () => {
      renderCard(states.empty);
      const availability = await row('availability');
      for (const text of ['No data', '–', 'no data yet']) {
        expect(availability.getByText(text)).toBeVisible();
      }
      expect(screen.getByText('No data yet')).toBeVisible();
    });
  });

  describe('when the backend fails', () => {
    it('says so and tries again', async () => {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      const getEntityBudget = jest
        .fn()
        .mockRejectedValueOnce(
          await ResponseError.fromResponse(new Response('', { status: 503 })),
        )
        .mockResolvedValue(states.ordinary);
      renderOnEntity(<SloCard />, {
        api: fixtureApi(states.ordinary, { overrides: { getEntityBudget } }),
      });
      expect(await screen.findByText('SLOs could not be loaded')).toBeVisible();
      expect(
        screen.getByText(
          'The SLO backend answered 503. Nothing is known about the budget.',
        ),
      ).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect((await row('availability')).getByText('38.2 %')).toBeVisible();
      expect(
        screen.queryByText('SLOs could not be loaded'),
      ).not.toBeInTheDocument();
    });

    it('tells silence from an answer', async () => {
      renderOnEntity(<SloCard />, { api: brokenApi });
      expect(
        await screen.findByText(
          'The SLO backend did not answer. Nothing is known about the budget.',
        ),
      ).toBeVisible();
    });

    it('keeps the last numbers and says of when they are', async () => {
      const getEntityBudget = jest
        .fn()
        .mockResolvedValueOnce(states.ordinary)
        .mockRejectedValue(new TypeError('Failed to fetch'));
      renderOnEntity(<SloCard />, {
        api: fixtureApi(states.ordinary, { overrides: { getEntityBudget } }),
      });
      await row('availability');
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      await waitFor(() =>
        expect(
          screen.getByText(
            'The SLO backend did not answer. The numbers are those of 14:55.',
          ),
        ).toBeVisible(),
      );
      expect((await row('availability')).getByText('38.2 %')).toBeVisible();
      expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    });
  });
});
