import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWizard } from '../../__testUtils__/renderWizard';

function renderObjective(options: {
  objective?: object;
  properties?: object;
  initialState?: Record<string, string | number>;
  onCreate?: () => Promise<void>;
}) {
  const { objective, properties, initialState, onCreate } = options;
  return renderWizard({
    steps: [
      {
        title: 'Reliability',
        schema: {
          type: 'object',
          properties: {
            objective: {
              title: 'Objective',
              type: 'number',
              'ui:field': 'GoldenPathObjective',
              ...objective,
            },
            ...properties,
          },
        },
      },
    ],
    initialState,
    onCreate,
  });
}

async function enter(text: string) {
  const field = await screen.findByRole('textbox', { name: /^Objective/ });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

function rows() {
  return within(screen.getByRole('table', { name: 'Objectives nearby' }))
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(cell => cell.textContent));
}

describe('ObjectiveField', () => {
  it('says what an objective means while it is typed', async () => {
    renderObjective({});
    await enter('99.5');
    expect(
      screen.getByText('99.5 % over 30 d = 3 h 36 m'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'of full outage, or 5,000 failures per million requests. Over 50 % used: review. Over 100 %: feature freeze.',
      ),
    ).toBeVisible();
    expect(rows()).toEqual([
      ['99\u202f%', '7\u00a0h 12\u00a0min', '10,000'],
      ['99.5\u202f%', '3\u00a0h 36\u00a0min', '5,000'],
      ['99.9\u202f%', '43\u00a0min', '1,000'],
    ]);
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });
});
