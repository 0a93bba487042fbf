import { isError } from '@backstage/errors';

/** Does what a task found to be due, unless somebody did something with the request since it was read. */
export async function unlessMoved(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isError(error) || error.name !== 'ConflictError') {
      throw error;
    }
  }
}
