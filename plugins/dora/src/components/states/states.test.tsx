import type { ReactElement } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { reading } from '../../__fixtures__/lists';
import { now } from '../../__fixtures__/now';
import { refusal } from '../../__testUtils__/refusal';
import {
  LoadError,
  NoSourceConfigured,
  NoSourceForService,
  NothingFailed,
  ReadingHistory,
  TooFew,
} from './index';

const HOUR = 3600;
const timeZone = 'Europe/London';

async function textOf(element: ReactElement) {
  renderInTestApp(<main>{element}</main>);
  const main = await screen.findByRole('main');
  return main.textContent?.replace(/[\s\u00a0]+/g, ' ');
}

describe('TooFew', () => {
  it('says how many there are, which, and how to see more', async () => {
    expect(
      await textOf(
        <TooFew
          what="changes"
          n={3}
          valuesSeconds={[4 * HOUR + 600, 22 * HOUR + 1860, 27 * HOUR]}
          longerTo="?weeks=13"
        />,
      ),
    ).toBe(
      'Too few3 changes in this period; a value needs 5.The three: 4 h 10 min, 22 h 31 min, 27 h.Show the last 13 weeks',
    );
  });

  it('agrees with one, and does without values', async () => {
    expect(await textOf(<TooFew what="recoveries" n={1} />)).toBe(
      'Too few1 recovery in this period; a value needs 5.',
    );
  });
});

describe('NothingFailed', () => {
  it('is a dash and a sentence, never 0', async () => {
    expect(await textOf(<NothingFailed deployments={139} />)).toBe(
      '–Nothing failed in this period.139 deployments, 0 failed. There is nothing to average; this is not 0 min.',
    );
  });
});

describe('ReadingHistory', () => {
  it('shows how far it is, floored', async () => {
    expect(
      await textOf(
        <ReadingHistory source={reading} now={now} timeZone={timeZone} />,
      ),
    ).toMatch(/^184,200 of 250,000 commits, about 4 min left.*2 Mar 2024/);
    // 73.68 %
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '73',
    );
  });

  it.each([
    [29, 'about 1 min left'],
    [95, 'about 2 min left'],
    [2 * HOUR + 89, 'about 2 h 1 min left'],
  ])('rounds %s seconds to whole minutes', async (etaSeconds, text) => {
    const progress = { done: 1, total: 2, etaSeconds };
    expect(
      await textOf(
        <ReadingHistory
          source={{ ...reading, progress }}
          now={now}
          timeZone={timeZone}
        />,
      ),
    ).toContain(text);
  });

  it('goes without a number that is not known', async () => {
    const { progress: _, completeFrom: __, ...source } = reading;
    expect(
      await textOf(
        <ReadingHistory source={source} now={now} timeZone={timeZone} />,
      ),
    ).toBe('The first commits are being read');
  });
});

describe('NoSourceForService', () => {
  it('names what was looked for and the annotation', async () => {
    expect(
      await textOf(
        <NoSourceForService
          name="api-service"
          lookedFor={['There is no file api-service/values.yaml.']}
        />,
      ),
    ).toMatch(
      /^api-service has no deployments here.*There is no file api-service\/values.yaml. If its deployments have another name, set the annotation golden-path.io\/dora-service./,
    );
  });
});

describe('NoSourceConfigured', () => {
  it('lists the sources of which one is enough', async () => {
    renderInTestApp(<NoSourceConfigured />);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'GitOps repository reads its history, no webhook needed',
      'CDEvents one request per deployment from CI',
      'GitHub webhooks and backfill',
    ]);
  });
});

describe('LoadError', () => {
  it('names route and status, and tries again', async () => {
    const retry = jest.fn();
    const error = await refusal(503, 'upstream connect error');
    expect(await textOf(<LoadError error={error} retry={retry} />)).toBe(
      'The DORA backend did not answer.GET /api/dora/v1/metrics: 503. Nothing is lost; events are kept and counted later.Try again',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it.each([
    [404, 'No component found', 'No component found'],
    [500, 'select from dora_events', 'The DORA backend answered with an error'],
  ])('says of a %s what its reader may know', async (status, message, text) => {
    const error = await refusal(status, message);
    expect(await textOf(<LoadError error={error} retry={() => {}} />)).toMatch(
      new RegExp(`^${text}`),
    );
  });
});
