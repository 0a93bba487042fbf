import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { episodes, marks } from '../../__fixtures__/history';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { availability, now } from '../../__fixtures__/slos';
import { states } from '../../__fixtures__/states';
import { BurnDownCard } from './BurnDownCard';

const SENTENCE =
  'From 24 Oct to 23 Nov, api-service availability used 61.8\u202f% of its budget; 38.2\u202f% is left. The largest loss, 33.4\u202f%, was on 11 Nov from 14:05 to 15:50.';

function renderChart(
  slo: SloStatus = availability,
  options: { marks?: HistoryMark[] } = {},
) {
  const api = fixtureApi({ ...states.ordinary, slos: [slo] }, options);
  const getHistory = jest.spyOn(api, 'getHistory');
  renderOnEntity(
    <BurnDownCard
      slo={slo}
      episodes={episodes}
      now={now}
      onPresent={() => {}}
    />,
    { api },
  );
  return { getHistory };
}

const chart = () => screen.findByRole('img', { name: SENTENCE });

describe('BurnDownCard', () => {
  it('says in words what the chart shows, as its label and below it', async () => {
    renderChart();
    expect(await chart()).toBeVisible();
    expect(screen.getByText(SENTENCE.replace(/\u202f/g, ' '))).toBeVisible();
  });

  it('names lines, thresholds and what is left now', async () => {
    renderChart();
    const picture = within(await chart());
    for (const text of [
      'Ideal',
      '50 % used: review',
      '100 % used: freeze',
      '38.2 % left now',
      '100 %',
      '−25 %',
      '24 Oct',
      '23 Nov',
    ]) {
      expect(picture.getByText(text)).toBeInTheDocument();
    }
  });

  it('grows the axis below zero in steps of 25 points', async () => {
    renderChart(states.freeze.slos[0]);
    expect(await screen.findByText('−27.4 % now')).toBeInTheDocument();
    expect(screen.getByText('−50 %')).toBeInTheDocument();
    expect(screen.queryByText('−75 %')).not.toBeInTheDocument();
  });

  it('has lanes and a legend for marks only where there are marks', async () => {
    renderChart();
    await chart();
    expect(screen.queryByText('Deploys')).not.toBeInTheDocument();
    expect(screen.queryByText(/^Incident/)).not.toBeInTheDocument();
  });

  it('draws deployments and incidents below the line', async () => {
    renderChart(availability, { marks });
    await chart();
    for (const text of [
      'Deploys',
      'Incidents',
      'Deployment (5)',
      'Failed deployment (1)',
      'Rollback (1)',
      'Incident (1)',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it('breaks the line where nothing was measured, and says so', async () => {
    renderChart(states.partial.slos[0]);
    expect(await screen.findByText('Not measured')).toBeVisible();
    expect(screen.getAllByTestId('gap')).toHaveLength(1);
    const line = screen.getByTestId('line').getAttribute('d') ?? '';
    expect(line.match(/M/g)).toHaveLength(2);
  });

  it('is one stop of the Tab key and is read by arrow keys', async () => {
    const user = userEvent.setup();
    renderChart(availability, { marks });
    await chart();
    act(() => screen.getByRole('button', { name: 'Table' }).focus());
    await user.tab();
    expect(await chart()).toHaveFocus();

    await user.keyboard('{ArrowLeft}');
    const reading = () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent?.replace(/\u202f/g, ' '))
        .join('');
    expect(reading()).toBe(
      '23 Nov, 12:55 – 14:55, 38.2 % left at 14:55, 104 of 104,203 failed (0.1 %)',
    );
    await user.keyboard('{ArrowLeft}');
    expect(reading()).toContain('23 Nov, 10:55 – 12:55');
    await user.keyboard('{ArrowRight}');
    expect(reading()).toContain('23 Nov, 12:55 – 14:55');
    await user.keyboard('{Home}{ArrowRight}');
    expect(reading()).toContain('left at 17:55');
    await user.keyboard('{Escape}');
    expect(reading()).toBe('');
  });

  it('shows its points as a table', async () => {
    const user = userEvent.setup();
    renderChart();
    await chart();
    const toggle = screen.getByRole('button', { name: 'Table' });
    await user.click(toggle);
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    const rows = within(
      screen.getByRole('table', { name: 'Points of the burn-down' }),
    ).getAllByRole('row');
    // 360 steps of two hours, the window's beginning and the heading.
    expect(rows).toHaveLength(362);
    expect(rows[1].textContent).toBe(
      '23 Nov, 14:5538.2\u202f%104104,20399.90\u202f%100\u202f%',
    );
    expect(
      screen.queryByRole('img', { name: SENTENCE }),
    ).not.toBeInTheDocument();
  });

  it('asks for two hours of the window, quarters of a week, five minutes of a day', async () => {
    const user = userEvent.setup();
    const { getHistory } = renderChart();
    await chart();
    expect(getHistory).toHaveBeenLastCalledWith(availability.id, {
      from: '2026-10-24T14:55:00.000Z',
      to: '2026-11-23T14:55:00.000Z',
      points: 361,
      mode: 'window',
    });
    await user.click(screen.getByRole('button', { name: '7\u00a0d' }));
    expect(getHistory).toHaveBeenLastCalledWith(
      availability.id,
      expect.objectContaining({
        from: '2026-11-16T14:55:00.000Z',
        points: 673,
      }),
    );
    await user.click(screen.getByRole('button', { name: '1\u00a0d' }));
    expect(getHistory).toHaveBeenLastCalledWith(
      availability.id,
      expect.objectContaining({
        from: '2026-11-22T14:55:00.000Z',
        points: 289,
      }),
    );
    expect(await screen.findByText('Budget used per hour')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Rolling' }));
    expect(getHistory).toHaveBeenLastCalledWith(
      availability.id,
      expect.objectContaining({ mode: 'rolling' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Ideal')).not.toBeInTheDocument(),
    );
  });

  it('tells the bars in words', async () => {
    renderChart();
    expect(
      await screen.findByRole('img', { name: /^Budget used per day/ }),
    ).toHaveAccessibleName(
      // Each day also loses its even share of the quiet hours: 20 % over 30 days.
      'Budget used per day: 34.1\u202f% on 11 Nov, 6.0\u202f% on 3 Nov, 3.8\u202f% on 19 Nov, otherwise at most 0.7\u202f%.',
    );
    expect(screen.getByText('Even pace: 3.3 % a day')).toBeInTheDocument();
  });

  it('says at its foot how fine the numbers are', async () => {
    renderChart();
    expect(
      await screen.findByText('5 min tiles, pushed by demo-ci'),
    ).toBeVisible();
  });

  it('says that nothing was measured', async () => {
    const api = fixtureApi(states.empty, {
      overrides: { getHistory: async () => ({ points: [], marks: [] }) },
    });
    renderOnEntity(
      <BurnDownCard
        slo={states.empty.slos[0]}
        episodes={[]}
        now={now}
        onPresent={() => {}}
      />,
      { api },
    );
    expect(
      await screen.findByText('Nothing was measured in this time.'),
    ).toBeVisible();
  });

  it('says that it could not be loaded, and tries again', async () => {
    const user = userEvent.setup();
    const api = fixtureApi(states.ordinary);
    jest
      .spyOn(api, 'getHistory')
      .mockRejectedValueOnce(new Error('Out of order'));
    renderOnEntity(
      <BurnDownCard
        slo={availability}
        episodes={episodes}
        now={now}
        onPresent={() => {}}
      />,
      { api },
    );
    expect(
      await screen.findByText(/The burn-down could not be loaded/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await chart()).toBeVisible();
  });
});
