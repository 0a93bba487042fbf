import type { TestBackend } from '@backstage/backend-test-utils';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';

/** How a task ended. */
export interface TaskResult {
  status: 'completed' | 'failed' | 'cancelled';
  output: any;
  /** Messages of the log, and of the error that ended it. */
  log: string;
}

/** Runs a template of the backend's catalog as a person does, by the scaffolder's API, to its end. */
export async function runTemplate(options: {
  backend: TestBackend;
  templateRef: string;
  values: object;
  authorization: string;
}): Promise<TaskResult> {
  const { backend, templateRef, values, authorization } = options;
  const path = '/api/scaffolder/v2/tasks';
  const get = async (rest: string) =>
    (
      await request(backend.server)
        .get(`${path}/${rest}`)
        .set('authorization', authorization)
    ).body;
  const created = await request(backend.server)
    .post(path)
    .set('authorization', authorization)
    .send({ templateRef, values });
  if (created.status !== 201) {
    throw new Error(`${created.status} ${JSON.stringify(created.body)}`);
  }
  const { id } = created.body;
  let task = await get(id);
  while (['open', 'processing'].includes(task.status)) {
    await setTimeout(50);
    task = await get(id);
  }
  const events: any[] = await get(`${id}/events`);
  return {
    status: task.status,
    output: events.find(({ type }) => type === 'completion')?.body.output,
    log: events
      .map(({ body }) =>
        [body.message, body.error?.message].filter(Boolean).join(' '),
      )
      .join('\n'),
  };
}
