import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A command and everything it starts, in a process group of its own, so that
 * all of it can be stopped together. Nothing reaches its standard input unless
 * asked for: a development server restarts on every byte there.
 */
export class ProcessGroup {
  static #live = new Set();
  static #closed = false;

  static start(command, args, options = {}) {
    if (ProcessGroup.#closed) {
      throw new Error(`Not starting '${command}': everything is being stopped`);
    }
    return new ProcessGroup(command, args, options);
  }

  /** Stops every group, and keeps new ones from starting. */
  static async stopAll({ graceMs } = {}) {
    ProcessGroup.#closed = true;
    await Promise.all(
      [...ProcessGroup.#live].map(group => group.stop({ graceMs })),
    );
  }

  #child;
  #exited;

  constructor(
    command,
    args,
    { cwd, env, stdin = 'ignore', stdout = 'pipe', onOutput } = {},
  ) {
    this.#child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: [stdin, stdout, stdout],
    });
    if (onOutput) {
      for (const stream of [this.#child.stdout, this.#child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', onOutput);
      }
    }
    ProcessGroup.#live.add(this);
    this.#exited = new Promise((resolve, reject) => {
      this.#child.once('error', error => {
        ProcessGroup.#live.delete(this);
        reject(error);
      });
      this.#child.once('close', (code, signal) => resolve({ code, signal }));
    });
    this.#exited.catch(() => {});
  }

  get id() {
    return this.#child.pid;
  }

  get stdin() {
    return this.#child.stdin;
  }

  /** Resolves when the command itself has ended and its output is read. */
  get exited() {
    return this.#exited;
  }

  /** SIGTERM to the whole group, SIGKILL to what is left after the grace. */
  async stop({ graceMs = 10_000 } = {}) {
    const deadline = Date.now() + graceMs;
    this.#signal('SIGTERM');
    while (this.#alive()) {
      if (Date.now() >= deadline) {
        this.#signal('SIGKILL');
      }
      await sleep(50);
    }
    ProcessGroup.#live.delete(this);
  }

  #alive() {
    return this.#signal(0);
  }

  #signal(signal) {
    if (this.#child.pid === undefined) {
      return false;
    }
    try {
      process.kill(-this.#child.pid, signal);
      return true;
    } catch (error) {
      // EPERM: the group's last member belongs to another user, or is a zombie
      // that its parent has not collected (macOS).
      if (error.code === 'ESRCH' || error.code === 'EPERM') {
        return false;
      }
      throw error;
    }
  }
}
