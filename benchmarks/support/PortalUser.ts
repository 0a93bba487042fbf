import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const SIGN_IN_SECONDS = 180;

/** A signed-in user, whose requests go through the host's real authentication. */
export class PortalUser {
  readonly #url: string;
  readonly #token: string;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Waits until the catalog knows the user. */
  static async signIn(url: string, name: string): Promise<PortalUser> {
    const deadline = Date.now() + SIGN_IN_SECONDS * 1_000;
    for (;;) {
      const response = await fetch(`${url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': name },
      });
      if (response.ok) {
        const session = await response.json();
        return new PortalUser(url, session.backstageIdentity.token);
      }
      if (Date.now() > deadline) {
        throw new Error(
          `Expected user '${name}' to be signed in within ${SIGN_IN_SECONDS} s, got ${
            response.status
          } ${await response.text()}`,
        );
      }
      await sleep(500);
    }
  }

  /** The body of an answer of 200, and how many milliseconds it took to have all of it. */
  async get<T>(path: string): Promise<{ body: T; milliseconds: number }> {
    const started = performance.now();
    const { status, body } = await this.getAny(path);
    const milliseconds = performance.now() - started;
    if (status !== 200) {
      throw new Error(
        `Expected 200 of ${path}, got ${status} ${JSON.stringify(body)}`,
      );
    }
    return { body: body as T, milliseconds };
  }

  async getAny(path: string): Promise<{ status: number; body: unknown }> {
    return this.#send('GET', path);
  }

  async postAny(
    path: string,
    content: object,
  ): Promise<{ status: number; body: unknown }> {
    return this.#send('POST', path, JSON.stringify(content));
  }

  async #send(
    method: string,
    path: string,
    content?: string,
  ): Promise<{ status: number; body: unknown }> {
    const outgoing = request(`${this.#url}${path}`, {
      method,
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(content && { 'content-type': 'application/json' }),
      },
    });
    outgoing.end(content);
    const [answer] = await once(outgoing, 'response');
    return { status: answer.statusCode, body: await json(answer) };
  }
}
