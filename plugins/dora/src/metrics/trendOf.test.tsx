import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { MetricName } from '../period/MetricName';
import { useDoraTranslation } from '../translation/useDoraTranslation';
import { trendOf } from './trendOf';

const HOUR = 3600;

type Case = [MetricName, number | null, number | null, string];

const cases: Case[] = [
  ['deploymentFrequency', 3, 4, 'down worse 25 % fewer: worse'],
  ['deploymentFrequency', 5, 4, 'up better 25 % more: better'],
  ['deploymentFrequency', 4.01, 4, 'same neither no change'],
  ['changeLeadTime', 22 * HOUR, 16 * HOUR, 'up worse 6 h longer: worse'],
  ['changeLeadTime', 16 * HOUR, 22 * HOUR, 'down better 6 h shorter: better'],
  ['changeLeadTime', 600, 630, 'same neither no change'],
  [
    'failedDeploymentRecoveryTime',
    82 * 60,
    168 * 60,
    'down better 1 h 26 min shorter: better',
  ],
  ['changeFailRate', 0.043, 0.038, 'up worse 0.5 points up: worse'],
  ['changeFailRate', 0.02, 0.03, 'down better 1.0 point down: better'],
  ['deploymentReworkRate', 0.05, 0.0503, 'same neither no change'],
  ['deploymentReworkRate', 0.05, null, 'none neither not compared'],
  ['changeLeadTime', null, 5 * HOUR, 'none neither not compared'],
];

function Trends() {
  const t = useDoraTranslation();
  return (
    <ol>
      {cases.map(([metric, value, previous]) => {
        const { arrow, judgement, text } = trendOf({
          metric,
          value,
          previous,
          t,
        });
        return (
          <li key={`${metric} ${value} ${previous}`}>
            {`${arrow} ${judgement} ${text}`}
          </li>
        );
      })}
    </ol>
  );
}

describe('trendOf', () => {
  it('tells direction by the arrow and judgement by the words', async () => {
    renderInTestApp(<Trends />);
    const items = await screen.findAllByRole('listitem');
    expect(
      items.map(item => item.textContent?.replace(/[\u00a0\u202f]/g, ' ')),
    ).toEqual(cases.map(([, , , expected]) => expected));
  });
});
