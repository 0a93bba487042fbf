import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWizard } from '../../__testUtils__/renderWizard';

const defaults = {
  cpuRequest: '100m',
  cpuLimit: '500m',
  memoryRequest: '128Mi',
  memoryLimit: '512Mi',
};

function renderResources(onCreate?: () => Promise<void>) {
  renderWizard({
    steps: [
      {
        title: 'Reliability',
        schema: {
          type: 'object',
          properties: {
            resources: {
              title: 'Resources',
              type: 'object',
              properties: Object.fromEntries(
                Object.entries(defaults).map(([name, value]) => [
                  name,
                  { type: 'string', default: value },
                ]),
              ),
              'ui:field': 'GoldenPathResources',
            },
          },
        },
      },
    ],
    onCreate,
  });
}

async function enter(name: string, text: string) {
  const field = await screen.findByRole('textbox', { name });
  await userEvent.clear(field);
  if (text) {
    await userEvent.type(field, text);
  }
  return field;
}

describe('ResourcesField', () => {
  it('begins with what the template proposes, and stores what is entered', async () => {
    const onCreate = jest.fn(async () => {});
    renderResources(onCreate);
    expect(
      await screen.findByRole('group', { name: 'Resources' }),
    ).toBeVisible();
    await enter('Memory limit', '1Gi');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      resources: { ...defaults, memoryLimit: '1Gi' },
    });
  });

  it.each([
    ['Memory limit', '64Mi', 'Enter at least the request, 128Mi'],
    // 134,217,728 bytes are 128Mi; one byte less is below it.
    ['Memory limit', '134217727', 'Enter at least the request, 128Mi'],
    ['CPU limit', '0.05', 'Enter at least the request, 100m'],
    [
      'Memory request',
      '128m',
      'Enter at least 4Mi; mebibytes have Mi behind them: 128Mi',
    ],
    ['Memory request', '2Ti', 'Enter at most 1Ti'],
    [
      'CPU request',
      '100',
      'Enter at most 64 cores; thousandths of a core have an m: 100m',
    ],
    ['CPU request', '0.0005', 'Enter at least 1m, a thousandth of a core'],
    ['CPU request', '-1', 'Enter at least 1m, a thousandth of a core'],
    ['CPU request', '100mm', 'Enter cores, such as 100m or 0.5'],
    ['Memory limit', '512MB', 'Enter bytes, such as 128Mi or 1Gi'],
    ['Memory limit', '', 'Enter a quantity'],
  ])('%s %s: %s', async (name, text, problem) => {
    renderResources();
    const field = await enter(name, text);
    expect(screen.getByRole('alert')).toHaveTextContent(problem);
    expect(field).toBeInvalid();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findAllByText(new RegExp(`${name}: ${problem}`)),
    ).not.toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it.each(['134217728', '0.125Gi', '128Mi'])(
    'takes %s for 128Mi, written otherwise',
    async text => {
      renderResources();
      await enter('Memory limit', text);
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    },
  );
});
