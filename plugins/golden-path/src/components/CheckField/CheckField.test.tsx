import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  GoldenPathApi,
  TemplateCheck,
} from '@golden-path/backstage-plugin-golden-path-common';
import {
  memoryLimit,
  soundCheck,
  templateCheck,
} from '../../__fixtures__/templateCheck';
import { refusal } from '../../__testUtils__/refusal';
import { renderWizard } from '../../__testUtils__/renderWizard';

function renderCheck(options: {
  checkTemplate: GoldenPathApi['checkTemplate'];
  onCreate?: () => Promise<void>;
  hasHatches?: boolean;
  path?: string;
}) {
  const { checkTemplate, ...rest } = options;
  return renderWizard({
    ...rest,
    api: { checkTemplate },
    initialState: { name: 'orders-api' },
    steps: [
      {
        title: 'Service',
        schema: {
          type: 'object',
          properties: { name: { title: 'Name', type: 'string' } },
        },
      },
      {
        title: 'Check',
        schema: {
          type: 'object',
          properties: {
            check: {
              title: 'Check',
              type: 'string',
              'ui:field': 'GoldenPathCheck',
              'ui:backstage': { review: { show: false } },
            },
          },
        },
      },
    ],
  });
}

async function press(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

/** Waits until the check has ended. */
async function summary(): Promise<HTMLElement> {
  const status = await screen.findByRole('status');
  await waitFor(() => expect(status).toHaveAttribute('aria-busy', 'false'));
  return status;
}

async function open(options: Parameters<typeof renderCheck>[0]) {
  const result = renderCheck(options);
  await press('Next');
  return result;
}

const answers = (check: TemplateCheck) => jest.fn(async () => check);

describe('CheckField', () => {
  it('checks the answers when the page opens, and sums the result up', async () => {
    const checkTemplate = answers(templateCheck);
    await open({ checkTemplate });
    expect(await summary()).toHaveTextContent(
      '1 error and 1 warning in 5 files' +
        'Correct the error, then check again. 38 rules passed. Checked in 1.8 s, nothing has been written.',
    );
    expect(checkTemplate).toHaveBeenCalledTimes(1);
    expect(checkTemplate).toHaveBeenCalledWith(
      {
        templateRef: 'template:default/kubernetes-service',
        values: {
          name: 'orders-api',
          check: expect.stringMatching(/^checked-[0-9a-f]{16}$/),
        },
      },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('lists findings with place, rule and fix', async () => {
    await open({ checkTemplate: answers(templateCheck) });
    const table = await screen.findByRole('table', { name: 'Findings' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          within(row)
            .getAllByRole('cell')
            .map(c => c.textContent),
        ),
    ).toEqual([
      [
        'Error',
        'orders-api/charts/orders-api/values.yaml:4',
        'resource-limits',
        'The memory limit 64Mi is below the request 128Mi.Fix: Set the memory limit to 128Mi or more.',
      ],
      [
        'Warning',
        'orders-api/slos/orders-api.yaml:2',
        'slo-latency-bucket',
        '0.3 is no bucket of http_request_duration_seconds.Fix: Use 0.25, or add the bucket 0.3.',
      ],
    ]);
  });

  it('opens a file at its line, and moves the focus there', async () => {
    await open({ checkTemplate: answers(templateCheck) });
    expect(
      await screen.findByRole('region', {
        name: 'orders-api/charts/orders-api/values.yaml, 4 lines, error on line 4',
      }),
    ).toBeVisible();
    await press('orders-api/slos/orders-api.yaml:2');
    const source = screen.getByRole('region', {
      name: 'orders-api/slos/orders-api.yaml, 2 lines, warning on line 2',
    });
    expect(source).toHaveFocus();
    expect(source).toHaveTextContent(
      '1slos:2 - target: 0.3Warning slo-latency-bucket: 0.3 is no bucket of http_request_duration_seconds.',
    );
    expect(
      screen.getByText('merged with your changes by upgrades'),
    ).toBeVisible();
    expect(
      screen.getByRole('treeitem', { name: 'orders-api.yaml, 1 warning' }),
    ).toHaveAttribute('aria-selected', 'true');
  });

  it('holds the next page while an error stands', async () => {
    const onCreate = jest.fn(async () => {});
    const checkTemplate = jest
      .fn()
      .mockResolvedValueOnce(templateCheck)
      .mockResolvedValueOnce(soundCheck);
    await open({ checkTemplate, onCreate });
    await summary();
    await press('Review');
    expect(
      await screen.findAllByText(/The check has to end without an error first/),
    ).not.toHaveLength(0);
    await press('Check again');
    expect(await summary()).toHaveTextContent(/^No findings in 5 files/);
    await press('Review');
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      name: 'orders-api',
      check: expect.stringMatching(/^checked-/),
    });
  });

  it('holds the next page until the check has ended', async () => {
    let end = (_: TemplateCheck) => {};
    await open({
      checkTemplate: () =>
        new Promise(resolve => {
          end = resolve;
        }),
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Rendering the template with your answers, and checking the result',
    );
    await press('Review');
    expect(
      await screen.findAllByText(/The check has to end without an error first/),
    ).not.toHaveLength(0);
    await act(async () => end(soundCheck));
    await press('Review');
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('lets warnings and waived errors pass, and shows the escape hatch', async () => {
    const hatch = { id: 'hatch-42', expiresAt: '2027-01-15T00:00:00Z' };
    await open({
      hasHatches: true,
      checkTemplate: answers({
        ...templateCheck,
        validation: {
          ...templateCheck.validation!,
          findings: [
            { ...memoryLimit, hatch },
            templateCheck.validation!.findings[1],
          ],
        },
      }),
    });
    expect(await summary()).toHaveTextContent(
      /^1 warning and 1 waived in 5 files38 rules passed/,
    );
    expect(screen.getByRole('cell', { name: 'Waived' })).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Escape hatch until 14 Jan 2027' }),
    ).toHaveAttribute('href', '/escape-hatches/hatch-42');
    await press('Review');
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('checks changed answers anew', async () => {
    const checkTemplate = answers(soundCheck);
    await open({ checkTemplate });
    await summary();
    await press('Back');
    await userEvent.type(await screen.findByRole('textbox'), '-2');
    await press('Next');
    await summary();
    const [[first], [second]] = checkTemplate.mock.calls as any;
    expect(second.values.name).toBe('orders-api-2');
    expect(second.values.check).not.toBe(first.values.check);
    await press('Review');
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('does not let a check of other answers pass', async () => {
    const checkTemplate = jest
      .fn()
      .mockResolvedValueOnce(soundCheck)
      .mockReturnValueOnce(new Promise(() => {}));
    await open({ checkTemplate });
    await summary();
    await press('Back');
    await userEvent.type(await screen.findByRole('textbox'), '-2');
    await press('Next');
    await press('Review');
    expect(
      await screen.findAllByText(/The check has to end without an error first/),
    ).not.toHaveLength(0);
  });

  it('cancels the check of who leaves', async () => {
    const signals: AbortSignal[] = [];
    await open({
      checkTemplate: (_, options) => {
        signals.push(options!.signal!);
        return new Promise(() => {});
      },
    });
    await press('Back');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('says which answers the template refuses', async () => {
    const error = await refusal(400, 'name does not match pattern "^[a-z]"');
    await open({ checkTemplate: async () => Promise.reject(error) });
    expect(await summary()).toHaveTextContent(
      'The answers could not be checkedname does not match pattern "^[a-z]" Nothing has been written.',
    );
    expect(screen.queryByRole('tree')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'You may not run templates', 'You may not run templates'],
    [500, 'SQLITE_BUSY', 'The golden-path backend answered with an error.'],
    [503, 'down', 'The golden-path backend did not answer.'],
  ])('says why it could not be run: %i', async (status, message, text) => {
    const error = await refusal(status, message);
    const checkTemplate = jest
      .fn(async () => soundCheck)
      .mockRejectedValueOnce(error);
    await open({ checkTemplate });
    expect(await summary()).toHaveTextContent(
      `The check could not be run${text} Nothing has been written.`,
    );
    await press('Check again');
    expect(await summary()).toHaveTextContent(/^No findings in 5 files/);
  });

  it('says where a template checks nothing', async () => {
    await open({ checkTemplate: answers({ ...soundCheck, validation: null }) });
    expect(await summary()).toHaveTextContent(
      'No findings in 5 filesThis template has no rules to check.',
    );
  });

  it('checks nothing, and holds nothing, in the editor of templates', async () => {
    const checkTemplate = answers(soundCheck);
    await open({ checkTemplate, path: '/create/template-form' });
    expect(
      await screen.findByText(/The check runs when the template is used/),
    ).toBeVisible();
    await press('Review');
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
    expect(checkTemplate).not.toHaveBeenCalled();
  });

  it('shows files by the keyboard', async () => {
    await open({ checkTemplate: answers(soundCheck) });
    const tree = await screen.findByRole('tree', {
      name: 'Files that will be made',
    });
    const item = (name: string) => within(tree).getByRole('treeitem', { name });
    expect(item('orders-api')).toHaveAttribute('aria-expanded', 'true');
    expect(item('docs')).toHaveAttribute('aria-expanded', 'false');
    item('gitops').focus();
    await userEvent.keyboard('d');
    expect(item('docs')).toHaveFocus();
    expect(item('docs')).toHaveAttribute('tabindex', '0');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    expect(item('logo.png')).toHaveFocus();
    expect(item('logo.png')).toHaveAttribute('aria-selected', 'true');
    expect(item('logo.png')).toHaveAttribute('aria-level', '3');
    expect(screen.getByText('This file is binary.')).toBeVisible();
    expect(screen.getByText('yours from now on')).toBeVisible();
    await userEvent.click(item('src'));
    await userEvent.click(item('server.ts'));
    expect(screen.getByText('This file is empty.')).toBeVisible();
    await userEvent.click(item('orders-api'));
    expect(within(tree).queryByRole('treeitem', { name: 'src' })).toBeNull();
  });

  it('shows manifests by environment, and the answers', async () => {
    await open({ checkTemplate: answers(templateCheck) });
    expect(
      await screen.findByText('orders-api 4 files · gitops 1 file'),
    ).toBeVisible();
    await press('Rendered manifests');
    expect(
      screen.getByRole('region', { name: 'staging, 1 line' }),
    ).toHaveTextContent('kind: Deployment');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Environment' }),
      'production',
    );
    expect(
      screen.getByRole('region', { name: 'production, 1 line' }),
    ).toHaveTextContent('kind: HorizontalPodAutoscaler');
    await press('Answers');
    expect(screen.getByRole('table', { name: 'Answers' })).toHaveTextContent(
      /^nameorders-api$/,
    );
  });

  it('says why there are no manifests', async () => {
    await open({ checkTemplate: answers(soundCheck) });
    await press('Rendered manifests');
    expect(screen.getByText(/the backend has no helm/)).toBeVisible();
  });

  it('shows a part of a long file, with the line that matters', async () => {
    const finding = { ...memoryLimit, line: 1_000 };
    const content = Array.from({ length: 1_200 }, (_, i) => `a${i + 1}`);
    await open({
      checkTemplate: answers({
        ...templateCheck,
        files: [
          { path: finding.file, content: content.join('\n'), ownership: null },
        ],
        validation: { findings: [finding], rulesPassed: 0, manifests: [] },
      }),
    });
    expect(await screen.findByText('a1000')).toBeVisible();
    expect(screen.queryByText('a700')).not.toBeInTheDocument();
    await press('Show all 1,200 lines');
    expect(screen.getByText('a700')).toBeVisible();
    expect(screen.getByText('a1')).toBeVisible();
  });
});
