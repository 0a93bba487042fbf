import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWizard } from '../../__testUtils__/renderWizard';

function renderExposure(options: {
  uiOptions?: object;
  onCreate?: () => Promise<void>;
}) {
  renderWizard({
    steps: [
      {
        title: 'Service',
        schema: {
          type: 'object',
          required: ['exposure'],
          properties: {
            exposure: {
              title: 'Exposure',
              description: 'Who can reach the service.',
              type: 'string',
              enum: ['internal', 'public'],
              'ui:field': 'GoldenPathExposure',
              'ui:options': { ...options.uiOptions },
            },
          },
        },
      },
    ],
    onCreate: options.onCreate,
  });
}

describe('ExposureField', () => {
  it('says what each choice means', async () => {
    renderExposure({});
    expect(
      await screen.findByRole('radiogroup', { name: 'Exposure *' }),
    ).toHaveAccessibleDescription('Who can reach the service.');
    expect(
      screen.getByRole('radio', { name: 'Internal' }),
    ).toHaveAccessibleDescription(
      /Only workloads in the cluster reach it.*Ingress: none.*Network policy: admits/,
    );
    expect(
      screen.getByRole('radio', { name: 'Public' }),
    ).toHaveAccessibleDescription(/Ingress: one.*the ingress controller/);
  });

  it('speaks of load balancers on ECS', async () => {
    renderExposure({ uiOptions: { platform: 'ecs' } });
    expect(
      await screen.findByRole('radio', { name: 'Public' }),
    ).toHaveAccessibleDescription(
      /Load balancer: on the internet.*Security groups: the load balancer admits everybody/,
    );
  });

  it('stores the choice, made with the keyboard', async () => {
    const onCreate = jest.fn(async () => {});
    renderExposure({ onCreate });
    const internal = await screen.findByRole('radio', { name: 'Internal' });
    internal.focus();
    await userEvent.keyboard(' ');
    expect(internal).toBeChecked();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: 'Public' })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ exposure: 'public' });
  });

  it('asks for a choice', async () => {
    renderExposure({});
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    expect(
      await screen.findByRole('radiogroup', { name: 'Exposure *' }),
    ).toBeInvalid();
  });
});
