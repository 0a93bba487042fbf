const HEARTBEAT_SECONDS = 15;

/**
 * Runs a named piece of work with its progress on the terminal: a line that
 * counts the seconds, or one every 15 s where the output is not a terminal.
 * The work may say what it is at: `({ detail }) => detail('linking')`.
 */
export async function runPhase(name, work, { output = process.stdout } = {}) {
  const started = Date.now();
  let detail = '';
  const elapsed = () => Math.round((Date.now() - started) / 1000);
  const status = () =>
    `  … ${name}: ${elapsed()} s${detail ? `, ${detail}` : ''}`;
  const clear = output.isTTY ? '\r\x1b[2K' : '';

  output.write(output.isTTY ? `  … ${name}` : `▸ ${name}\n`);
  const timer = setInterval(
    () =>
      output.write(
        output.isTTY
          ? clear + status().slice(0, (output.columns || 80) - 1)
          : `${status()}\n`,
      ),
    output.isTTY ? 1000 : HEARTBEAT_SECONDS * 1000,
  );
  try {
    const result = await work({
      detail: text => {
        detail = text;
      },
    });
    output.write(`${clear}✓ ${name} (${elapsed()} s)\n`);
    return result;
  } catch (error) {
    output.write(`${clear}✗ ${name} (${elapsed()} s)\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
