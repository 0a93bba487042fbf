import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decidingApi } from '../../__fixtures__/decidingApi';
import { october } from '../../__fixtures__/reviewed';
import { permissionsOf } from '../../__testUtils__/permissionsOf';
import { refusal } from '../../__testUtils__/refusal';
import { renderPages } from '../../__testUtils__/renderPages';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';
import { saved, watchDownloads } from '../../__testUtils__/watchDownloads';

stopClock();
watchDownloads();

const PATH = '/reviews/october';

describe('ReviewPage', () => {
  it('shows the frozen numbers beside those of the month before', async () => {
    renderPages(PATH, decidingApi());
    expect(await rowsOf('Numbers')).toEqual([
      'Deployment frequency | 6.4 per day | 4.4 per day | 45 % more: better | 197',
      'Change lead time, median | 16 h 6 min | 22 h 1 min | 5 h 55 min shorter: better | 280',
      'Change fail rate | 3.6 % | 6.8 % | 3.2 points down: better | 197',
      'Recovery time, median | 2 h 48 min | 2 h 5 min | 43 min longer: worse | 7',
      'Rework rate | 5.6 % | 7.5 % | 1.9 points down: better | 197',
    ]);
    expect(
      screen.getByText(
        'frozen on Sun 1 Nov, 06:00; later events do not change them',
      ),
    ).toBeVisible();
  });

  it('names the bottleneck and, on demand, its worst deployments', async () => {
    renderPages(PATH, decidingApi());
    expect(
      await screen.findByText(
        /73\s%\sin September. Median 13\sh 41\smin, mean 35\sh: a few long waits make up most of it./,
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('table', { name: /Worst deployments/ }),
    ).not.toBeInTheDocument();
    const button = screen.getByRole('button', {
      name: 'Show the worst deployments',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(await rowsOf(/Worst deployments/)).toEqual([
      'finder-frontend v801 | 3 | 21 d | 31 %',
      'signon v2479 | 4 | 3 d | 12 %',
    ]);
  });

  it('shows how actions stand', async () => {
    renderPages(PATH, decidingApi());
    expect(await rowsOf('Actions')).toEqual([
      'Deploy release at least weekly | platform-team | 27 Nov | Open, 4 days leftMark done',
      'Split long-lived branches of finder-frontend | publishing-engineer | 20 Nov | Open, 3 days lateMark done',
      'Limit work in progress for smart-answers | publishing-team | 16 Nov | Done 16 Novoutcome is recorded in the next reviewReopen',
    ]);
  });

  it('marks an action done and moves the focus to its new state', async () => {
    const api = decidingApi();
    const updateReview = jest.spyOn(api, 'updateReview');
    renderPages(PATH, api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Mark “Deploy release at least weekly” done',
      }),
    );
    const row = within(
      screen.getByRole('row', { name: /Deploy release at least weekly/ }),
    );
    await waitFor(() =>
      expect(row.getByRole('status')).toHaveTextContent(/^Done/),
    );
    expect(row.getByRole('status')).toHaveFocus();
    expect(updateReview).toHaveBeenCalledWith('october', {
      actions: [{ id: 'weekly', state: 'done' }],
    });
  });

  it('says why an action could not be changed', async () => {
    renderPages(
      PATH,
      decidingApi({
        updateReview: async () => {
          throw await refusal(403, 'Not allowed to review all');
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Reopen/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The action was not saved: Not allowed to review all',
    );
  });

  it('adds an action', async () => {
    renderPages(PATH, decidingApi());
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Add action' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Add action' }),
    );
    await user.click(dialog.getByRole('button', { name: 'Add action' }));
    const title = dialog.getByRole('textbox', { name: /What will be done/ });
    expect(title).toHaveFocus();
    expect(title).toHaveAccessibleDescription('Say what will be done.');
    await user.type(title, 'Review within a day');
    await user.click(dialog.getByRole('textbox', { name: /Owner/ }));
    await user.click(
      await screen.findByRole('option', { name: 'publishing-team' }),
    );
    fireEvent.change(dialog.getByLabelText(/^Due/), {
      target: { value: '2026-11-23' },
    });
    await user.click(dialog.getByRole('button', { name: 'Add action' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    const rows = await rowsOf('Actions');
    expect(rows).toHaveLength(4);
    expect(rows[3]).toBe(
      'Review within a day | publishing-team | 23 Nov | Open, due todayMark done',
    );
    const row = within(
      screen.getByRole('row', { name: /Review within a day/ }),
    );
    await waitFor(() => expect(row.getByRole('status')).toHaveFocus());
  });

  describe('last month’s actions', () => {
    const TABLE = 'What became of September’s actions';

    it('are shown with their outcome', async () => {
      renderPages(PATH, decidingApi());
      expect(await rowsOf(TABLE)).toEqual([
        'Deploy signon from the default branch only | platform-engineer | 16 Oct | Done, no effectlead time, median 22 h 11 min → 21 h 50 minChange',
        'Second reviewer for smart-answers | publishing-lead | 23 Oct | Done 20 OctRecord outcome',
      ]);
      expect(screen.getByText('0 of 2 worked')).toBeVisible();
    });

    it('get their outcome recorded', async () => {
      const api = decidingApi();
      const updateReview = jest.spyOn(api, 'updateReview');
      renderPages(PATH, api);
      const user = userEvent.setup();
      await user.click(
        await screen.findByRole('button', {
          name: 'Record the outcome of “Second reviewer for smart-answers”',
        }),
      );
      const dialog = within(await screen.findByRole('dialog'));
      const record = dialog.getByRole('button', { name: 'Record' });
      await user.click(record);
      expect(dialog.getByRole('radio', { name: 'Done, worked' })).toHaveFocus();
      expect(dialog.getByRole('alert')).toHaveTextContent(
        'Choose what became of it.',
      );

      await user.click(dialog.getByRole('radio', { name: 'Done, worked' }));
      await user.type(
        dialog.getByRole('textbox', { name: 'The number before' }),
        'coding, median 37 h',
      );
      await user.click(record);
      const after = dialog.getByRole('textbox', { name: 'The number after' });
      expect(after).toHaveFocus();
      expect(after).toHaveAccessibleDescription(
        'Name the number before and after, or neither.',
      );

      await user.type(after, '13 h 46 min');
      await user.click(record);
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(updateReview).toHaveBeenCalledWith('september', {
        actions: [
          {
            id: 'reviewer',
            state: 'done',
            outcome: 'worked',
            before: 'coding, median 37 h',
            after: '13 h 46 min',
          },
        ],
      });
      const row = within(screen.getByRole('row', { name: /Second reviewer/ }));
      expect(row.getByRole('status')).toHaveTextContent(
        'Done, workedcoding, median 37 h → 13 h 46 min',
      );
      expect(row.getByRole('status')).toHaveFocus();
      expect(screen.getByText('1 of 2 worked')).toBeVisible();
    });

    it('are none without a review', async () => {
      renderPages(
        PATH,
        decidingApi({
          listReviews: async () => ({ items: [october], ready: [] }),
        }),
      );
      expect(
        await screen.findByText('There was no review of September 2026.'),
      ).toBeVisible();
    });
  });

  it('offers changes only to whoever may', async () => {
    renderPages(PATH, decidingApi(), {
      permissions: permissionsOf({ silentAbout: ['all'] }),
    });
    expect(await rowsOf('Actions')).toEqual([
      'Deploy release at least weekly | platform-team | 27 Nov | Open, 4 days left',
      'Split long-lived branches of finder-frontend | publishing-engineer | 20 Nov | Open, 3 days late',
      'Limit work in progress for smart-answers | publishing-team | 16 Nov | Done 16 Novoutcome is recorded in the next review',
    ]);
    expect(await rowsOf('What became of September’s actions')).toEqual([
      'Deploy signon from the default branch only | platform-engineer | 16 Oct | Done, no effectlead time, median 22 h 11 min → 21 h 50 min',
      'Second reviewer for smart-answers | publishing-lead | 23 Oct | Done 20 Oct',
    ]);
    for (const name of ['Add action', 'Edit']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    expect(screen.getByRole('button', { name: 'CSV' })).toBeVisible();
  });

  it('lets notes be put right', async () => {
    renderPages(PATH, decidingApi());
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const notes = screen.getByRole('textbox', { name: 'Notes of this review' });
    expect(notes).toHaveFocus();
    await user.clear(notes);
    await user.type(notes, 'Steady.');
    await user.click(screen.getByRole('button', { name: 'Save notes' }));
    const text = await screen.findByText('Steady.');
    expect(text).toHaveFocus();
  });

  it('exports the review, and prints it', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    renderPages(PATH, decidingApi());
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'CSV' }));
    await user.click(screen.getByRole('button', { name: 'JSON' }));
    await user.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(saved()).toContainEqual({
      name: 'dora-review-all-2026-10.csv',
      content: 'section,name,value\r\nreview,month,2026-10\r\n',
    });
    const json = saved().find(
      ({ name }) => name === 'dora-review-all-2026-10.json',
    );
    expect(JSON.parse(json!.content)).toEqual(october);
    expect(print).toHaveBeenCalledTimes(1);
  });
});
