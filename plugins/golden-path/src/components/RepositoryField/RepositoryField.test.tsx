import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@backstage/types';
import { renderWizard } from '../../__testUtils__/renderWizard';

const config = {
  goldenPath: {
    repositories: [
      { title: 'Git server', url: 'https://git.example.com/', suffix: '.git' },
      { title: 'GitHub', url: 'https://github.com/acme' },
      {
        title: 'Production',
        url: 'https://github.com/acme/gitops',
        gitops: true,
      },
    ],
  },
};

function renderRepository(options: {
  config?: JsonObject;
  uiOptions?: object;
  initialState?: JsonObject;
  onCreate?: () => Promise<void>;
}) {
  const { uiOptions, initialState = { name: 'orders-api' } } = options;
  renderWizard({
    ...options,
    steps: [
      {
        title: 'Delivery',
        schema: {
          type: 'object',
          properties: {
            repository: {
              title: 'Repository',
              type: 'string',
              'ui:field': 'GoldenPathRepository',
              'ui:options': { ...uiOptions },
            },
          },
        },
      },
    ],
    initialState,
  });
}

async function create() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

const options = () =>
  screen.getAllByRole('option').map(({ textContent }) => textContent);

describe('RepositoryField', () => {
  it('proposes the first place and the name of the service', async () => {
    const onCreate = jest.fn(async () => {});
    renderRepository({ config, onCreate });
    expect(
      await screen.findByText(
        'The repository will be https://git.example.com/orders-api.git',
      ),
    ).toBeVisible();
    expect(options()).toEqual(['Git server', 'GitHub', 'Another address']);
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      name: 'orders-api',
      repository: 'https://git.example.com/orders-api.git',
    });
  });

  it('changes the place and keeps the name', async () => {
    renderRepository({ config });
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'orders');
    expect(name).toHaveAccessibleDescription(
      'The service is called orders-api.',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Place' }),
      'GitHub',
    );
    expect(
      screen.getByText('The repository will be https://github.com/acme/orders'),
    ).toBeVisible();
  });

  it('offers shared repositories for GitOps files', async () => {
    renderRepository({ config, uiOptions: { gitops: true } });
    expect(
      await screen.findByText('The files go to https://github.com/acme/gitops'),
    ).toBeVisible();
    expect(options()).toEqual(['Production', 'Another address']);
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
  });

  it('takes any other address', async () => {
    const onCreate = jest.fn(async () => {});
    renderRepository({ config, onCreate });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Place' }),
      'Another address',
    );
    const address = screen.getByRole('textbox', { name: 'Address' });
    expect(address).toHaveValue('https://git.example.com/orders-api.git');
    await userEvent.clear(address);
    await userEvent.type(address, 'https://example.org/team/orders');
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      name: 'orders-api',
      repository: 'https://example.org/team/orders',
    });
  });

  it('asks for an address where no place is configured', async () => {
    renderRepository({});
    expect(
      await screen.findByRole('textbox', { name: 'Address' }),
    ).toHaveAccessibleDescription(
      'Such as https://git.example.com/team/orders-api',
    );
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findAllByText(/Enter the address of a repository/),
    ).not.toHaveLength(0);
  });

  it.each([
    ['git@github.com:acme/orders.git', /^Enter an address over HTTP/],
    ['file:///srv/orders.git', /^Enter an address over HTTP/],
    ['https://git.example.com', /^Enter an address over HTTP/],
    ['https://example.com/team/../orders', /^Enter an address over HTTP/],
    ['https://example.com/orders?x=1', /^Enter an address over HTTP/],
    ['https://me:secret@example.com/orders', /^Enter the address without/],
    ['https://example.com/team/-orders', /^Enter a name of letters/],
    ['https://example.com/team/a;rm -rf', /^Enter an address over HTTP/],
    ['https://example.com/team/a;rm', /^Enter a name of letters/],
  ])('refuses %s', async (text, problem) => {
    renderRepository({ initialState: { repository: text } });
    expect(await screen.findByRole('alert')).toHaveTextContent(problem);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it.each([
    'https://github.com/acme/orders-api',
    'http://localhost:7007/api/demo-git/orders-api.git',
    'https://gitlab.com/group/subgroup/orders',
    'github.com?owner=acme&repo=orders-api',
  ])('takes %s', async text => {
    renderRepository({ initialState: { repository: text } });
    expect(await screen.findByRole('textbox', { name: 'Address' })).toBeValid();
  });
});
