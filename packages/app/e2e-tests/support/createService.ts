import { APIRequestContext, expect } from '@playwright/test';
import { backendUrl } from './backendUrl';
import { callBackend } from './callBackend';
import { postAs } from './postAs';

/** Time of a run on a machine that is busy. */
const RUN_MS = 180_000;

/** Makes a service on Kubernetes for the publishing team, past the wizard. */
export async function createService(
  request: APIRequestContext,
  name: string,
): Promise<void> {
  const git = `${backendUrl}/api/demo-git`;
  const answer = await postAs(
    request,
    'publishing-lead',
    '/api/scaffolder/v2/tasks',
    {
      templateRef: 'template:default/kubernetes-service',
      values: {
        name,
        description: 'Takes orders of publications',
        owner: 'group:default/publishing-team',
        system: 'system:default/publishing',
        language: 'node',
        exposure: 'internal',
        repository: `${git}/${name}.git`,
        gitops: `${git}/gitops.git`,
      },
    },
  );
  const { id } = await answer.json();
  await expect
    .poll(
      async () => {
        const task = await callBackend<{ status: string }>(
          request,
          `/api/scaffolder/v2/tasks/${id}`,
        );
        return task.status;
      },
      { timeout: RUN_MS, intervals: [1_000] },
    )
    .toBe('completed');
}
