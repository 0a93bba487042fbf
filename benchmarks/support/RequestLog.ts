import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';

/** How long the backend's plugins took for the requests that they served, each other's among them. */
export class RequestLog {
  #served: { plugin: string; milliseconds: number }[] = [];

  /** The host's HTTP router with a stopwatch before everything else. */
  readonly routerFactory = rootHttpRouterServiceFactory({
    configure: ({ app, applyDefaults }) => {
      app.use((request, response, next) => {
        const started = performance.now();
        const plugin = request.path.split('/')[2] ?? '';
        response.on('finish', () =>
          this.#served.push({
            plugin,
            milliseconds: performance.now() - started,
          }),
        );
        next();
      });
      applyDefaults();
    },
  });

  /** Time by plugin since the last call. */
  take(): Map<string, number> {
    const byPlugin = new Map<string, number>();
    for (const { plugin, milliseconds } of this.#served) {
      byPlugin.set(plugin, (byPlugin.get(plugin) ?? 0) + milliseconds);
    }
    this.#served = [];
    return byPlugin;
  }
}
