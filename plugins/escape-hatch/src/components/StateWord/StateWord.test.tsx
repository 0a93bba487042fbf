import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { now } from '../../__fixtures__/now';
import { requestOf } from '../../__fixtures__/requestOf';
import {
  cudaDriver,
  probes,
  resourceLimits,
} from '../../__fixtures__/requests';
import { renderHatch } from '../../__testUtils__/renderHatch';
import { StateWord } from './StateWord';

async function textOf(request: EscapeHatchRequest, isShort = false) {
  const { findByTestId } = renderHatch(
    <div data-testid="word">
      <StateWord request={request} now={now} isShort={isShort} />
    </div>,
    { api: fixtureApi() },
  );
  const word = await findByTestId('word');
  // Never colour alone: each word has its icon, which says nothing to a screen reader.
  expect(word.querySelectorAll('svg[aria-hidden="true"]')).toHaveLength(
    word.children.length,
  );
  return [...word.children].map(({ textContent }) => textContent).join(' | ');
}

const ended = (phase: 'rejected' | 'withdrawn' | 'lapsed' | 'revoked') =>
  requestOf({ number: 1, status: phase, phase });

describe('StateWord', () => {
  it.each<[string, EscapeHatchRequest]>([
    ['Draft', requestOf({ number: 1, status: 'draft', phase: 'draft' })],
    ['Submitted, waits for Security', cudaDriver],
    [
      'Stalled: nobody may approve',
      requestOf({ number: 1, flags: ['stalled'] }),
    ],
    [
      'Changes requested',
      requestOf({
        number: 1,
        status: 'changes_requested',
        phase: 'changes_requested',
      }),
    ],
    [
      'Starts 1 Dec',
      requestOf({
        number: 1,
        status: 'approved',
        phase: 'scheduled',
        activeFrom: '2026-12-01T00:00:00Z',
      }),
    ],
    ['Active, 6 days left', resourceLimits],
    ['Active, 1 day left', { ...resourceLimits, daysLeft: 1 }],
    ['Active, less than a day left', { ...resourceLimits, daysLeft: 0 }],
    [
      'Suspended: the new owner has not confirmed it',
      { ...resourceLimits, flags: ['owner_changed', 'suspended'] },
    ],
    ['Expired 12 days ago', probes],
    ['Rejected', ended('rejected')],
    ['Withdrawn', ended('withdrawn')],
    ['Lapsed', ended('lapsed')],
    ['Revoked', ended('revoked')],
    [
      'Replaced by #17',
      requestOf({
        number: 1,
        status: 'superseded',
        phase: 'superseded',
        supersededBy: { id: 'request-17', number: 17 },
      }),
    ],
    [
      'Active, 6 days left | Quarterly review is due',
      { ...resourceLimits, flags: ['review_due'] },
    ],
    [
      'Active, 6 days left | Owner changed: the new one has to confirm it by 4 Dec',
      {
        ...resourceLimits,
        flags: ['owner_changed'],
        confirmBy: '2026-12-05T00:00:00Z',
      },
    ],
  ])('says %s', async (text, request) => {
    expect(await textOf(request)).toBe(text);
  });

  it('says less where room is scarce', async () => {
    expect(await textOf(cudaDriver, true)).toBe('Waits for Security');
  });

  it('takes the days in the zone of the request', async () => {
    // Midnight in London has passed, that in New York has not: it ended on the day before, on both sides.
    const request = {
      ...probes,
      expiresAt: '2026-11-23T05:00:00Z',
      timeZone: 'America/New_York',
    };
    expect(await textOf(request)).toBe('Expired 1 day ago');
  });
});
