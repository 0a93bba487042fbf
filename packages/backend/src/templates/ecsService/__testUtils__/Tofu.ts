import { runWithProvider } from './runWithProvider';

/** OpenTofu in one folder. */
export class Tofu {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches providers and modules, and no state. */
  async init(): Promise<void> {
    await this.run('init', '-backend=false', '-input=false');
  }

  /**
   * @returns what it wrote
   * @throws with that where it fails
   */
  async run(...args: string[]): Promise<string> {
    return runWithProvider('tofu', [...args, '-no-color'], {
      cwd: this.#folder,
    });
  }
}
