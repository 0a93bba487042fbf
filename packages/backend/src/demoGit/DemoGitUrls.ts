/** A place on the demo's git server, as its URL says it. */
export interface DemoGitPlace {
  repository: string;
  /** How the URL calls it; undefined for the repository itself. */
  kind: 'tree' | 'blob' | undefined;
  /** Branch and path, decoded; empty for the repository itself. */
  place: string;
}

/** The URLs of the demo's git server: `<base>/<repository>.git` and `<base>/<repository>/blob/<branch>/<path>`. */
export class DemoGitUrls {
  readonly #base: string;

  /** @param options.backendBaseUrl - of the backend, as configured */
  constructor(options: { backendBaseUrl: string }) {
    this.#base = `${options.backendBaseUrl.replace(/\/+$/, '')}/api/demo-git`;
  }

  /** The place that a URL names; undefined where it is not of this server. */
  parse(url: string): DemoGitPlace | undefined {
    if (!URL.canParse(url)) {
      return undefined;
    }
    const { origin, pathname } = new URL(url);
    const base = new URL(this.#base);
    if (
      origin !== base.origin ||
      !pathname.startsWith(`${base.pathname}/`) ||
      pathname === `${base.pathname}/`
    ) {
      return undefined;
    }
    const [repository, kind, ...place] = decode(
      pathname.slice(base.pathname.length + 1),
    ).split('/');
    return {
      repository: repository.replace(/\.git$/, ''),
      kind: kind === 'tree' || kind === 'blob' ? kind : undefined,
      place: place.join('/'),
    };
  }

  home(): string {
    return `${this.#base}/`;
  }

  clone(repository: string): string {
    return `${this.#base}/${repository}.git`;
  }

  page(repository: string): string {
    return `${this.#base}/${repository}`;
  }

  /** @param kind - `tree` for a folder, `blob` for a file */
  place(
    repository: string,
    kind: 'tree' | 'blob',
    branch: string,
    path: string,
  ): string {
    const encoded = [branch, path].filter(Boolean).map(encode).join('/');
    return `${this.page(repository)}/${kind}/${encoded}`;
  }
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Text that is no encoding stays as it is: it names nothing. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
