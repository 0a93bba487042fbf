import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const users = [
  { name: 'ml-lead', team: 'ml-team', hint: 'Look at special-ml-workload.' },
  { name: 'outsider', hint: 'Read everything.' },
];

/** The app reads its configuration when it is loaded. */
async function renderApp(providers: object) {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [
      {
        data: {
          app: { title: 'Golden Path', baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { environment: 'development', providers },
        },
        context: 'test',
      },
    ] as any,
  };
}
