import { render, screen } from '@testing-library/react';
import App from './App';

/** As the build puts it into the page. */
const configuration = [
  {
    context: 'test',
    data: {
      app: { title: 'Golden Path', baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      auth: {
        providers: {
          demo: { users: [{ name: 'ml-lead', hint: 'Look around.' }] },
        },
      },
    },
  },
];

describe('App', () => {
  it('starts with the sign-in page', async () => {
    jest.replaceProperty(process, 'env', {
      NODE_ENV: 'test',
      APP_CONFIG: configuration as unknown as string,
    });
    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'ml-lead' }),
    ).toBeInTheDocument();
  });
});
