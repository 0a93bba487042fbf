import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { availability, now } from '../../__fixtures__/slos';
import { SloRow } from './SloRow';

const renderRow = (slo: Partial<SloStatus>) =>
  renderInTestApp(<SloRow slo={{ ...availability, ...slo }} now={now} />);

describe('SloRow', () => {
  it.each<[SloStatus['indicator'], number, string]>([
    [{ form: 'ratio' }, 0.9995, '99.95 % of requests succeed · 30 d'],
    [
      { form: 'ratio', subject: 'GET /health' },
      0.99,
      '99 % of GET /health succeed · 30 d',
    ],
    [
      { form: 'latency', thresholdSeconds: 1.5 },
      0.95,
      '95 % of requests within 1.5 s · 30 d',
    ],
    [
      { form: 'slices', sliceSeconds: 300, op: 'lte', value: 0.2 },
      0.99,
      '99 % of 5 min slices meet ≤ 0.2 · 30 d',
    ],
    [{ form: 'slices' }, 0.99, '99 % of time slices meet their target · 30 d'],
  ])(
    'says for %j at %p what is promised',
    async (indicator, objective, text) => {
      renderRow({ indicator, objective });
      expect(await screen.findByText(text)).toBeVisible();
    },
  );

  it.each<[SloStatus['indicator']['form'], number, string]>([
    ['ratio', 1.9, '1 failed request left'],
    ['latency', 0, '0 slow requests left'],
    ['slices', 12, '12 missed slices left'],
    ['slices', -1, '1 missed slice over budget'],
  ])(
    'counts %s budgets in their own words',
    async (form, remainingEvents, text) => {
      renderRow({
        indicator: { form },
        budget: { ...availability.budget, remainingEvents },
      });
      expect(await screen.findByText(text)).toBeVisible();
    },
  );

  it('shows a ticket beside the policy', async () => {
    renderRow({
      alerts: availability.alerts.map(alert => ({
        ...alert,
        firing: alert.severity === 'ticket',
      })),
    });
    expect(await screen.findByText('Ticket')).toBeVisible();
    expect(screen.getByText('Review')).toBeVisible();
  });

  it('keeps names as they are', async () => {
    renderRow({ name: '<b>a & b</b>' });
    expect(await screen.findByText('<b>a & b</b>')).toBeVisible();
  });
});
