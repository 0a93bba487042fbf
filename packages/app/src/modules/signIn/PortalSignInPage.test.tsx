import {
  discoveryApiRef,
  githubAuthApiRef,
  IdentityApi,
} from '@backstage/core-plugin-api';
import {
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PortalSignInPage } from './PortalSignInPage';

const server = setupServer();
registerMswTestHooks(server);

const demo = {
  users: [
    { name: 'ml-lead', team: 'ml-team', hint: 'Look at special-ml-workload.' },
    { name: 'outsider', hint: 'Read everything.' },
  ],
};

function renderPage(providers: object) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(<PortalSignInPage onSignInSuccess={onSignInSuccess} />, {
    config: { app: { title: 'Golden Path' }, auth: { providers } },
    apis: [
      [discoveryApiRef, { getBaseUrl: async id => `http://backend/api/${id}` }],
      [
        githubAuthApiRef,
        {
          getBackstageIdentity: async () => undefined,
          getProfile: async () => undefined,
        } as unknown as typeof githubAuthApiRef.T,
      ],
    ],
  });
  return onSignInSuccess;
}

/** Answers as the demo's sign-in does, and keeps the users that it was asked for. */
function serveSignIn(answer: (user: string) => Response) {
  const asked: string[] = [];
  server.use(
    http.get('http://backend/api/auth/demo/refresh', ({ request }) => {
      const user = String(request.headers.get('x-demo-user'));
      asked.push(user);
      return answer(user);
    }),
  );
  return asked;
}

const session = (user: string) =>
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

const choose = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const kept = () => sessionStorage.getItem('golden-path.demo-user');

beforeEach(() => sessionStorage.clear());

describe('PortalSignInPage', () => {
  it("lists the demo's users, each with what to try", async () => {
    renderPage({ demo });

    expect(
      await screen.findByRole('button', { name: 'ml-lead' }),
    ).toHaveAccessibleDescription('ml-team Look at special-ml-workload.');
    expect(
      screen.getByRole('button', { name: 'outsider' }),
    ).toHaveAccessibleDescription('no group Read everything.');
  });

  it('signs in as the chosen user, until that user signs out', async () => {
    const asked = serveSignIn(session);
    const onSignInSuccess = renderPage({ demo });

    await choose('ml-lead');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(asked).toEqual(['ml-lead']);
    expect(kept()).toBe('ml-lead');

    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/ml-lead',
    });
    await identity.signOut();
    expect(kept()).toBeNull();
  });

  it('signs in without asking again in the same tab', async () => {
    sessionStorage.setItem('golden-path.demo-user', 'outsider');
    const asked = serveSignIn(session);
    const onSignInSuccess = renderPage({ demo });

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(asked).toEqual(['outsider']);
  });

  it.each([
    [
      'what the backend says',
      () =>
        HttpResponse.json(
          {
            error: { name: 'AuthenticationError', message: 'Not read yet' },
            response: { statusCode: 401 },
          },
          { status: 401 },
        ),
      'Could not sign in. Not read yet',
    ],
    [
      'that the backend does not answer',
      () => HttpResponse.error(),
      'Could not sign in. The backend does not answer. Try again when it has started.',
    ],
  ])('shows %s, and lets the reader try again', async (_, fail, message) => {
    let ready = false;
    serveSignIn(user => (ready ? session(user) : fail()));
    const onSignInSuccess = renderPage({ demo });

    await choose('ml-lead');
    expect(await screen.findByRole('alert')).toHaveTextContent(message);

    ready = true;
    await choose('ml-lead');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it('asks for a GitHub account where the demo is off', async () => {
    renderPage({});

    expect(
      await screen.findByText('Sign in with your GitHub account'),
    ).toBeInTheDocument();
  });
});
