import { screen } from '@testing-library/react';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { now } from '../../__fixtures__/now';
import { readOnlyRoot, resourceLimits } from '../../__fixtures__/requests';
import { renderHatch } from '../../__testUtils__/renderHatch';
import { DaysLeft } from './DaysLeft';

describe('DaysLeft', () => {
  it.each([
    [resourceLimits, '6 days left, until Sun 29 Nov'],
    [readOnlyRoot, '52 days left, until Thu 14 Jan 2027'],
    [{ ...resourceLimits, daysLeft: 1 }, '1 day left, until Sun 29 Nov'],
    [
      { ...resourceLimits, daysLeft: 0 },
      'Less than a day left, until Sun 29 Nov',
    ],
    // Where the backend did not say how many.
    [
      { ...resourceLimits, daysLeft: undefined },
      '6 days left, until Sun 29 Nov',
    ],
  ])('says until when %#', async (request, text) => {
    renderHatch(<DaysLeft request={request} now={now} />, {
      api: fixtureApi(),
    });
    expect(await screen.findByText(text)).toBeVisible();
  });
});
