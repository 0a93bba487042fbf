import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decidingApi } from '../../__fixtures__/decidingApi';
import { permissionsOf } from '../../__testUtils__/permissionsOf';
import { refusal } from '../../__testUtils__/refusal';
import { renderPages } from '../../__testUtils__/renderPages';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const FORM = 'Review of August 2026';

describe('ReviewsPage', () => {
  it('lists the months with their reviews', async () => {
    renderPages('/reviews', decidingApi());
    expect(await rowsOf('Monthly reviews')).toEqual([
      'October 2026 | Reviewed Tue 3 Nov by platform-lead | Coding, 89 % of lead time | 1 of 3 done1 late',
      'September 2026 | Reviewed Fri 2 Oct by platform-lead | Coding, 89 % of lead time | 2 of 2 done',
      'August 2026 | Numbers are frozen, waits for its review | – | Start the review of August 2026',
    ]);
    expect(screen.getByRole('link', { name: 'October 2026' })).toHaveAttribute(
      'href',
      '/reviews/october',
    );
  });

  it('starts a review with the numbers of its month', async () => {
    const api = decidingApi();
    const getMetrics = jest.spyOn(api, 'getMetrics');
    renderPages('/reviews', api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Start the review of August 2026',
      }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/reviews?new=2026-08',
    );
    expect(await screen.findByRole('table', { name: 'Numbers' })).toBeVisible();
    // British Summer Time: midnight in London is 23:00 UTC of the day before.
    expect(getMetrics).toHaveBeenCalledWith({
      scope: 'all',
      from: '2026-07-31T23:00:00Z',
      to: '2026-08-31T23:00:00Z',
      granularity: 'month',
    });
  });

  it('offers to start a review only to whoever may', async () => {
    renderPages('/reviews', decidingApi(), {
      permissions: permissionsOf({ silentAbout: ['all'] }),
    });
    const rows = await rowsOf('Monthly reviews');
    expect(rows[2]).toBe(
      'August 2026 | Numbers are frozen, waits for its review | – | –',
    );
  });

  it('shows the numbers, but no form, to whoever may not review', async () => {
    renderPages('/reviews?new=2026-08', decidingApi(), {
      permissions: permissionsOf({ silentAbout: ['all'] }),
    });
    expect(
      await screen.findByText(
        'You do not have permission to write this review.',
      ),
    ).toBeVisible();
    expect(await screen.findByRole('table', { name: 'Numbers' })).toBeVisible();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'All reviews' }));
    expect(
      await screen.findByRole('table', { name: 'Monthly reviews' }),
    ).toBeVisible();
  });

  it('names the wrong fields and moves the focus to the first', async () => {
    const createReview = jest.fn();
    renderPages('/reviews?new=2026-08', decidingApi({ createReview }));
    const form = within(await screen.findByRole('form', { name: FORM }));
    const user = userEvent.setup();
    await user.click(form.getByRole('button', { name: 'Save the review' }));
    expect(form.getByRole('textbox', { name: 'Notes' })).toHaveFocus();
    expect(form.getByRole('alert')).toHaveTextContent(
      '1 field needs another look: Notes.',
    );

    await user.click(form.getByRole('button', { name: 'Add action' }));
    const title = form.getByRole('textbox', { name: /What will be done/ });
    expect(title).toHaveFocus();
    await user.type(title, 'Split the branches');
    fireEvent.change(form.getByLabelText(/^Due/), {
      target: { value: '2026-11-22' },
    });
    await user.click(form.getByRole('button', { name: 'Save the review' }));
    expect(form.getByRole('alert')).toHaveTextContent(
      '2 fields need another look: Action 1: Owner, Action 1: Due.',
    );
    expect(form.getByRole('textbox', { name: /Owner/ })).toHaveFocus();
    expect(form.getByLabelText(/^Due/)).toHaveAccessibleDescription(
      'That day has passed.',
    );
    expect(createReview).not.toHaveBeenCalled();
  });

  it('gives the focus back when an action is removed', async () => {
    renderPages('/reviews?new=2026-08', decidingApi());
    const form = within(await screen.findByRole('form', { name: FORM }));
    const user = userEvent.setup();
    await user.click(form.getByRole('button', { name: 'Add action' }));
    await user.click(form.getByRole('button', { name: 'Remove action 1' }));
    expect(form.getByRole('button', { name: 'Add action' })).toHaveFocus();
  });

  it('saves a review with an action and shows it', async () => {
    const api = decidingApi();
    const createReview = jest.spyOn(api, 'createReview');
    renderPages('/reviews?new=2026-08', api);
    const form = within(await screen.findByRole('form', { name: FORM }));
    const user = userEvent.setup();
    await user.type(
      form.getByRole('textbox', { name: 'Notes' }),
      'A quiet month.',
    );
    await user.click(form.getByRole('button', { name: 'Add action' }));
    await user.type(
      form.getByRole('textbox', { name: /What will be done/ }),
      'Split the branches',
    );
    await user.type(form.getByRole('textbox', { name: /Owner/ }), 'lead');
    await user.click(
      await screen.findByRole('option', { name: 'publishing-lead' }),
    );
    fireEvent.change(form.getByLabelText(/^Due/), {
      target: { value: '2026-11-30' },
    });
    await user.click(form.getByRole('button', { name: 'Save the review' }));
    const heading = await screen.findByRole('heading', { name: FORM });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/reviews/review-2026-08',
    );
    expect(createReview).toHaveBeenCalledWith({
      scope: 'all',
      month: '2026-08',
      notes: 'A quiet month.',
      actions: [
        {
          title: 'Split the branches',
          owner: 'user:default/publishing-lead',
          dueDate: '2026-11-30',
        },
      ],
    });
    expect(await rowsOf('Actions')).toEqual([
      'Split the branches | publishing-lead | 30 Nov | Open, 7 days leftMark done',
    ]);
  });

  it('keeps what was written where the backend refuses it', async () => {
    renderPages(
      '/reviews?new=2026-08',
      decidingApi({
        createReview: async () => {
          throw await refusal(409, 'August 2026 of all has been reviewed');
        },
      }),
    );
    const form = within(await screen.findByRole('form', { name: FORM }));
    const user = userEvent.setup();
    await user.type(form.getByRole('textbox', { name: 'Notes' }), 'Quiet.');
    await user.click(form.getByRole('button', { name: 'Save the review' }));
    expect(await form.findByRole('alert')).toHaveTextContent(
      'The review was not saved: August 2026 of all has been reviewed',
    );
    expect(form.getByRole('textbox', { name: 'Notes' })).toHaveValue('Quiet.');
  });
});
