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

const field = () => screen.findByRole('textbox', { name: /^Objective/ });

async function enter(text: string) {
  await userEvent.clear(await field());
  await userEvent.type(await field(), text);
}

function rows() {
  return within(screen.getByRole('table', { name: 'Objectives nearby' }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      [...row.children].map(cell => cell.textContent!.replace(/\s/g, ' ')),
    );
}

const review = () => screen.getByRole('button', { name: 'Review' });

describe('ObjectiveField', () => {
  it('says what an objective means while it is typed', async () => {
    renderObjective({});
    await enter('99.5');
    expect(screen.getByText('99.5 % over 30 d = 3 h 36 m')).toBeVisible();
    expect(
      screen.getByText(
        'of full outage, or 5,000 failures per million requests. Over 50 % used: review. Over 100 %: feature freeze.',
      ),
    ).toBeVisible();
    expect(rows()).toEqual([
      ['99 %', '7 h 12 min', '10,000'],
      ['99.5 %', '3 h 36 min', '5,000'],
      ['99.9 %', '43 min', '1,000'],
    ]);
    expect(screen.getByRole('row', { current: true })).toHaveTextContent(
      '99.5',
    );
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });

  it.each([
    ['99.99', '4 m 19 s', '4 minutes'],
    ['99.95', '21 m', '21 minutes'],
    ['99.999', '25 s', '25 seconds'],
  ])('warns of more than three nines: %s %', async (text, outage, time) => {
    renderObjective({});
    await enter(text);
    expect(screen.getByText(`${text} % over 30 d = ${outage}`)).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent(
      `A person rarely reacts within ${time}: this needs automatic rollback. 99.9 % is the usual upper choice here.`,
    );
  });

  it('stores a fraction without noise, and goes on with it', async () => {
    const onCreate = jest.fn(async () => {});
    renderObjective({ onCreate });
    await enter('70.1');
    await userEvent.click(review());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ objective: 0.701 });
  });

  it.each(['100', '0', '101', 'many'])('refuses %s', async text => {
    const onCreate = jest.fn(async () => {});
    renderObjective({ objective: { default: 0.995 }, onCreate });
    await enter(text);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Enter more than 0 and less than 100',
    );
    expect(await field()).toHaveValue(text);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await userEvent.click(review());
    expect(await field()).toBeInvalid();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('says what 100 % would do', async () => {
    renderObjective({});
    await enter('100');
    expect(
      screen.getByText(
        '100 % leaves no budget: the first failure would freeze all features.',
      ),
    ).toBeVisible();
  });

  it('keeps to what the template allows, whether as fractions or as percentages', async () => {
    renderObjective({ objective: { minimum: 0.5, maximum: 99.999 } });
    await enter('49.9');
    expect(screen.getByRole('alert')).toHaveTextContent('Enter at least 50');
    await enter('99.9999');
    expect(screen.getByRole('alert')).toHaveTextContent('Enter at most 99.999');
    await enter('99.999');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows what the template proposes, and percentages as such', async () => {
    renderObjective({ initialState: { objective: 99.9 } });
    expect(await field()).toHaveValue('99.9');
    expect(screen.getByText('99.9 % over 30 d = 43 m')).toBeVisible();
  });

  it('counts over the window that the template asks for', async () => {
    renderObjective({
      objective: {
        default: 0.999,
        'ui:options': { windowParameter: 'window' },
      },
      properties: {
        window: { title: 'Window', type: 'string', default: '28d' },
      },
    });
    // 0.1 % of 2,419,200 s is 2,419.2 s, of 604,800 s it is 604.8 s.
    expect(await screen.findByText('99.9 % over 28 d = 40 m')).toBeVisible();
    const window = screen.getByRole('textbox', { name: 'Window' });
    await userEvent.clear(window);
    await userEvent.type(window, '7d');
    expect(screen.getByText('99.9 % over 7 d = 10 m')).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: /^Outage in 7\sd$/ }),
    ).toBeVisible();
  });

  it('leaves out a policy where the template has none', async () => {
    renderObjective({
      objective: { default: 0.5, 'ui:options': { policy: '' } },
    });
    expect(
      await screen.findByText(
        'of full outage, or 500,000 failures per million requests.',
      ),
    ).toBeVisible();
  });
});
