import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decidingApi } from '../../__fixtures__/decidingApi';
import { support522 } from '../../__fixtures__/support522';
import { permissionsOf } from '../../__testUtils__/permissionsOf';
import { refusal } from '../../__testUtils__/refusal';
import { renderPages } from '../../__testUtils__/renderPages';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const PATH = '/deployments/support-v522';

describe('DeploymentPage', () => {
  it('says in one line what became of the deployment', async () => {
    renderPages(PATH, decidingApi());
    expect(
      await screen.findByRole('heading', { name: 'support v522 → production' }),
    ).toBeVisible();
    const [verdict] = await screen.findAllByRole('status');
    expect(verdict).toHaveTextContent(
      'Failed, recovered after 41 min. Rolled back to v520 on Thu 29 Jan, 09:47.',
    );
  });

  it('says for each metric whether and why it counts', async () => {
    renderPages(PATH, decidingApi());
    expect(await rowsOf('How it counts')).toEqual([
      'Deployment frequency | Yes | Successful production deployment of another version.',
      'Change lead time | 2 changes | Both are in v522 and not in v520, which ran before.',
      'Change fail rate | As failed | Undone by the rollback to v520, 41 min later. It is the only deployment that the rollback undoes.',
      'Recovery time | 41 min | From the end of this deployment to the end of the rollback to v520: 41 min. No incident names it.',
      'Rework rate | Not counted | Planned. The rollback to v520 counts as rework instead.',
    ]);
  });

  it('shows the changes with the stages that are known', async () => {
    renderPages(PATH, decidingApi());
    expect(await rowsOf('2 changes shipped')).toEqual([
      '#1693 ad66e84Link to the emergency contacts | 28 Jan, 01:05 | 28 Jan, 09:54 | 8 h 48 min | 22 h 57 min | 9 min | 6 min | 32 h',
      '#1694 e68ea3cBump rails | 29 Jan, 01:42 | 29 Jan, 08:44 | 7 h 2 min | 7 min | 9 min | 6 min | 7 h 24 min',
    ]);
    expect(
      screen.queryByRole('columnheader', { name: 'Pickup' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Compare v520…v522/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/alphagov/support/compare/v520...v522',
    );
  });

  it('leads to what ran before and after', async () => {
    renderPages(PATH, decidingApi());
    expect(
      await screen.findByRole('button', { name: 'Previous: v520' }),
    ).toHaveAttribute('href', '/deployments/support-v520');
    expect(
      screen.getByRole('button', { name: 'Next: rollback to v520' }),
    ).toHaveAttribute('href', '/deployments/support-rollback');
  });

  it('says by which rule it counts as failed', async () => {
    renderPages(PATH, decidingApi());
    expect(
      await screen.findByText(
        'Rollback: v520 first ran here on 28 Jan, before v522 on 29 Jan.',
      ),
    ).toBeVisible();
    expect(screen.getByText('High (second of five methods)')).toBeVisible();
  });

  it('lists the evidence, and the sources that sent none', async () => {
    renderPages(PATH, decidingApi());
    await waitFor(async () =>
      expect(await rowsOf('Evidence')).toEqual([
        'GitOps repository | commit 2300335, production/support/values.yaml, image.tag v520 → v522 | 29 Jan, 09:06',
        'CDEvents | not received | –',
      ]),
    );
  });

  it('says what does not count', async () => {
    const reason = 'Redeploy: v522 ran here already.';
    renderPages(
      PATH,
      decidingApi({
        getDeployment: async () => ({
          ...support522,
          kind: 'redeploy',
          failed: false,
          failureLink: null,
          shipped: [],
          changes: 0,
          counted: {
            deploymentFrequency: reason,
            changeLeadTime: reason,
            changeFailRate: reason,
            failedDeploymentRecoveryTime: reason,
            deploymentReworkRate: reason,
          },
          explanations: {
            deploymentFrequency: reason,
            changeLeadTime: reason,
            changeFailRate: reason,
            failedDeploymentRecoveryTime: reason,
            deploymentReworkRate: reason,
          },
        }),
      }),
    );
    expect(
      await screen.findByText('Not counted as a deployment.', { exact: false }),
    ).toHaveTextContent('Not counted as a deployment.');
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(
      `Not counted as a deployment. ${reason}`,
    );
    expect(screen.getByText('No change shipped')).toBeVisible();
  });

  it('names an unknown deployment as the backend does', async () => {
    renderPages(
      PATH,
      decidingApi({
        getDeployment: async () => {
          throw await refusal(
            404,
            "No deployment found with id 'support-v522'",
          );
        },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "No deployment found with id 'support-v522'",
    );
  });

  it('offers to overrule only to whoever may', async () => {
    renderPages(PATH, decidingApi(), {
      permissions: permissionsOf({
        silentAbout: ['component:default/support'],
      }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Why it counts as failed' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Overrule' }),
    ).not.toBeInTheDocument();
  });

  it('leaves it to the backend where permissions cannot be asked', async () => {
    renderPages(PATH, decidingApi(), {
      permissions: {
        authorize: async () => {
          throw new Error('The permission backend is away');
        },
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Overrule' }),
    ).toBeVisible();
  });

  describe('overrule', () => {
    const open = async () => {
      const user = userEvent.setup();
      await user.click(await screen.findByRole('button', { name: 'Overrule' }));
      const dialog = await screen.findByRole('dialog', {
        name: 'Did support v522 fail?',
      });
      return { user, dialog: within(dialog) };
    };

    it('wants a reason and leads to it', async () => {
      const overruleFailure = jest.fn();
      renderPages(PATH, decidingApi({ overruleFailure }));
      const { user, dialog } = await open();
      await user.click(dialog.getByRole('button', { name: 'Overrule' }));
      const reason = dialog.getByRole('textbox', { name: /Reason/ });
      expect(reason).toHaveFocus();
      expect(reason).toHaveAccessibleDescription('A reason is needed.');
      expect(overruleFailure).not.toHaveBeenCalled();
    });

    it('saves the word and moves the focus to the new verdict', async () => {
      renderPages(PATH, decidingApi());
      const { user, dialog } = await open();
      expect(
        dialog.getByRole('radio', { name: 'It did not fail' }),
      ).toBeChecked();
      await user.type(
        dialog.getByRole('textbox', { name: /Reason/ }),
        'The rollback was a drill.',
      );
      await user.click(dialog.getByRole('button', { name: 'Overrule' }));
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      const [verdict] = screen.getAllByRole('status');
      expect(verdict).toHaveTextContent(
        'Not failed: a person overruled the rules. The rollback was a drill.',
      );
      expect(verdict).toHaveFocus();
      expect(
        screen.getByText(/It did not fail, says/, { exact: false }),
      ).toHaveTextContent(
        'It did not fail, says platform-lead on Mon 23 Nov, 15:00: The rollback was a drill.',
      );
    });

    it('names a cause only for what failed', async () => {
      const overruleFailure = jest.fn(async () => support522);
      renderPages(PATH, decidingApi({ overruleFailure }));
      const { user, dialog } = await open();
      expect(
        dialog.queryByRole('combobox', { name: 'Cause' }),
      ).not.toBeInTheDocument();
      await user.click(dialog.getByRole('radio', { name: 'It failed' }));
      await user.selectOptions(
        dialog.getByRole('combobox', { name: 'Cause' }),
        await dialog.findByRole('option', {
          name: 'Incident: Support requests are not sent, 29 Jan, 09:20',
        }),
      );
      await user.type(
        dialog.getByRole('textbox', { name: /Reason/ }),
        'It was the mail queue.',
      );
      await user.click(dialog.getByRole('button', { name: 'Overrule' }));
      await waitFor(() =>
        expect(overruleFailure).toHaveBeenCalledWith({
          deploymentId: 'support-v522',
          failed: true,
          cause: { incidentId: 'incident-7' },
          reason: 'It was the mail queue.',
        }),
      );
    });

    it('keeps what was written where the backend refuses it', async () => {
      renderPages(
        PATH,
        decidingApi({
          overruleFailure: async () => {
            throw await refusal(403, 'Not allowed to overrule');
          },
        }),
      );
      const { user, dialog } = await open();
      await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Drill');
      await user.click(dialog.getByRole('button', { name: 'Overrule' }));
      expect(await dialog.findByRole('alert')).toHaveTextContent(
        'Your word was not saved: Not allowed to overrule',
      );
      expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue(
        'Drill',
      );
    });
  });
});
