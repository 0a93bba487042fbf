import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import App from './App';

const users = [
  { name: 'ml-lead', team: 'ml-team', hint: 'Look at special-ml-workload.' },
  { name: 'outsider', hint: 'Read everything.' },
];

const server = setupServer();
registerMswTestHooks(server);

function renderApp(providers: object) {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: JSON.stringify([]),
  };
  Object.assign(process.env, {
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: { title: 'Golden Path', baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { environment: 'development', providers },
        },
      },
    ],
  });
  render(App.createRoot());
}

/** Answers as the demo's sign-in does, and keeps the users that it was asked for. */
function serveSignIn(answer: (user: string | null) => Response) {
  const asked: (string | null)[] = [];
  server.use(
    http.get('http://localhost:7007/api/auth/demo/refresh', ({ request }) => {
      const user = request.headers.get('x-demo-user');
      asked.push(user);
      return answer(user);
    }),
    http.all('*', () => HttpResponse.json({})),
  );
  return asked;
}

const session = (user: string | null) =>
  HttpResponse.json({
    profile: { displayName: user },
    backstageIdentity: {
      token: `e30.${btoa(JSON.stringify({ exp: 9_999_999_999 }))}.x`,
      identity: {
        type: 'user',
        userEntityRef: `user:default/${user}`,
        ownershipEntityRefs: [`user:default/${user}`],
      },
    },
  });

beforeEach(() => sessionStorage.clear());

describe('App', () => {
  it("lists the demo's users, each with what to try", async () => {
    renderApp({ demo: { users } });

    const button = await screen.findByRole('button', { name: 'ml-lead' });
    expect(button).toHaveAccessibleDescription(
      'ml-team Look at special-ml-workload.',
    );
    expect(
      screen.getByRole('button', { name: 'outsider' }),
    ).toHaveAccessibleDescription('no group Read everything.');
  });

  it('signs in as the chosen user, who is kept in the tab', async () => {
    const asked = serveSignIn(session);
    renderApp({ demo: { users } });

    await userEvent.click(
      await screen.findByRole('button', { name: 'ml-lead' }),
    );

    expect(await screen.findByRole('link', { name: 'Home' })).toBeVisible();
    expect(asked).toEqual(['ml-lead']);
    expect(sessionStorage.getItem('golden-path.demo-user')).toBe('ml-lead');
  });

  it('signs in without asking again in the same tab', async () => {
    sessionStorage.setItem('golden-path.demo-user', 'outsider');
    const asked = serveSignIn(session);
    renderApp({ demo: { users } });

    expect(await screen.findByRole('link', { name: 'Home' })).toBeVisible();
    expect(asked).toEqual(['outsider']);
  });

  it('says why sign-in failed, and lets the reader try again', async () => {
    let ready = false;
    serveSignIn(user =>
      ready
        ? session(user)
        : HttpResponse.json(
            {
              error: { name: 'AuthenticationError', message: 'Not yet' },
              response: { statusCode: 401 },
            },
            { status: 401 },
          ),
    );
    renderApp({ demo: { users } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'ml-lead' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not sign in. Not yet',
    );

    ready = true;
    await userEvent.click(screen.getByRole('button', { name: 'ml-lead' }));
    expect(await screen.findByRole('link', { name: 'Home' })).toBeVisible();
  });

  it('asks for a GitHub account where the demo is off', async () => {
    server.use(
      http.all('*', () => HttpResponse.json({ error: {} }, { status: 401 })),
    );
    renderApp({ github: {} });

    expect(
      await screen.findByText('Sign in with your GitHub account'),
    ).toBeVisible();
    expect(screen.queryByText('ml-lead')).not.toBeInTheDocument();
  });
});
