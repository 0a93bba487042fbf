interface Stoppable {
  stop(): Promise<void>;
}

/** Servers that were started, to be stopped in the reverse order, also when the process is interrupted. */
export class Resources {
  readonly #started: Stoppable[] = [];

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => this.stop().finally(() => process.exit(1)));
    }
  }

  keep<T extends Stoppable>(resource: T): T {
    this.#started.push(resource);
    return resource;
  }

  async stop(): Promise<void> {
    for (const resource of this.#started.splice(0).reverse()) {
      await resource.stop();
    }
  }
}
