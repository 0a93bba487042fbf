import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepository } from '../filters/parseRepository';
import { PullRequests } from './PullRequests';

const CONTENT = {
  branch: 'golden-path/orders',
  target: 'main',
  title: 'Add orders',
  description: 'Environments of orders.',
};

interface Call {
  method: string;
  url: string;
  authorization?: string;
  body?: unknown;
}

describe('PullRequests', () => {
  let api: Server;
  let calls: Call[];
  let answer: (call: Call) => { status?: number; body: unknown };

  beforeEach(async () => {
    calls = [];
    api = createServer(async (request, response) => {
      const call = await readCall(request);
      calls.push(call);
      const { status = 200, body } = answer(call);
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(body));
    });
    api.listen(0, '127.0.0.1');
    await once(api, 'listening');
  });

  afterEach(() => {
    api.closeAllConnections();
    api.close();
  });

  function open(url: string, signal?: AbortSignal) {
    const { port } = api.address() as AddressInfo;
    const apiBaseUrl = `http://127.0.0.1:${port}/api`;
    const integrations = ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host: 'github.example.com', apiBaseUrl, token: 'github-token' },
            ],
            gitlab: [
              { host: 'gitlab.example.com', apiBaseUrl, token: 'gitlab-token' },
            ],
          },
        },
      }),
    );
    return new PullRequests({ integrations }).open(
      parseRepository(url, { integrations }),
      CONTENT,
      { signal },
    );
  }

  it('opens a pull request on GitHub', async () => {
    answer = ({ method }) =>
      method === 'GET'
        ? { body: [] }
        : {
            status: 201,
            body: { html_url: 'https://github.example.com/shop/gitops/pull/7' },
          };

    expect(await open('https://github.example.com/shop/gitops')).toBe(
      'https://github.example.com/shop/gitops/pull/7',
    );
    expect(calls).toEqual([
      {
        method: 'GET',
        url: '/api/repos/shop/gitops/pulls?state=open&head=shop%3Agolden-path%2Forders&base=main',
        authorization: 'Bearer github-token',
      },
      {
        method: 'POST',
        url: '/api/repos/shop/gitops/pulls',
        authorization: 'Bearer github-token',
        body: {
          title: 'Add orders',
          body: 'Environments of orders.',
          head: 'golden-path/orders',
          base: 'main',
        },
      },
    ]);
  });

  it('finds the one on GitHub that is open already', async () => {
    answer = () => ({
      body: [{ html_url: 'https://github.example.com/shop/gitops/pull/6' }],
    });

    expect(await open('https://github.example.com/shop/gitops')).toBe(
      'https://github.example.com/shop/gitops/pull/6',
    );
    expect(calls).toHaveLength(1);
  });

  it('opens a merge request on GitLab, in a group of a group', async () => {
    answer = ({ method }) =>
      method === 'GET'
        ? { body: [] }
        : {
            status: 201,
            body: { web_url: 'https://gitlab.example.com/a/b/gitops/-/1' },
          };

    expect(await open('https://gitlab.example.com/a/b/gitops')).toBe(
      'https://gitlab.example.com/a/b/gitops/-/1',
    );
    expect(calls).toEqual([
      {
        method: 'GET',
        url: '/api/projects/a%2Fb%2Fgitops/merge_requests?state=opened&source_branch=golden-path%2Forders&target_branch=main',
        authorization: 'Bearer gitlab-token',
      },
      {
        method: 'POST',
        url: '/api/projects/a%2Fb%2Fgitops/merge_requests',
        authorization: 'Bearer gitlab-token',
        body: {
          title: 'Add orders',
          description: 'Environments of orders.',
          source_branch: 'golden-path/orders',
          target_branch: 'main',
          remove_source_branch: true,
        },
      },
    ]);
  });

  it('says what the server has said', async () => {
    answer = () => ({ status: 403, body: { message: 'Not for you' } });

    await expect(
      open('https://github.example.com/shop/gitops'),
    ).rejects.toThrow(
      /\/repos\/shop\/gitops\/pulls answered 403 Forbidden: \{"message":"Not for you"\}/,
    );
  });

  it('stops when the task is cancelled', async () => {
    answer = () => ({ body: [] });
    await expect(
      open('https://github.example.com/shop/gitops', AbortSignal.abort()),
    ).rejects.toThrow(/aborted/);
  });

  it('leaves it at the branch where there is no API', async () => {
    expect(await open('https://git.example.com/shop/gitops.git')).toBe(
      undefined,
    );
  });
});

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method!,
    url: request.url!,
    authorization: request.headers.authorization,
    ...(text && { body: JSON.parse(text) }),
  };
}
