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
  const api = (path: string) => `/api/scaffolder/v2/tasks${path}`;
  const created = await request(backend.server)
    .post(api(''))
    .set('authorization', authorization)
    .send({ templateRef, values });
  if (created.status !== 201) {
    throw new Error(`${created.status} ${JSON.stringify(created.body)}`);
  }
  const { id } = created.body;
  for (;;) {
    const { body: task } = await request(backend.server)
      .get(api(`/${id}`))
      .set('authorization', authorization);
    if (!['open', 'processing'].includes(task.status)) {
      const { body: events } = await request(backend.server)
        .get(api(`/${id}/events`))
        .set('authorization', authorization);
      const completion = events.find((it: any) => it.type === 'completion');
      return {
        status: task.status,
        output: completion?.body.output,
        log: events
          .map(({ body }: any) =>
            [body.message, body.error?.message].filter(Boolean).join(' '),
          )
          .join('\n'),
      };
    }
    await setTimeout(50);
  }
}
