import { ProcessGroup } from './ProcessGroup.mjs';

/**
 * Runs a command to its end, or until `signal` is aborted, and returns its
 * exit code and output (standard output and error, in the order they came).
 */
export async function run(
  command,
  args,
  { onOutput, signal, ...options } = {},
) {
  let output = '';
  const group = ProcessGroup.start(command, args, {
    ...options,
    onOutput: text => {
      output += text;
      onOutput?.(text);
    },
  });
  signal?.addEventListener('abort', () => group.stop());
  const { code } = await group.exited;
  await group.stop();
  return { code: code ?? 1, output };
}
