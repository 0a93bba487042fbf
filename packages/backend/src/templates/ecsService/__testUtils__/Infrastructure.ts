import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { renderToFolder } from '../../__testUtils__/renderToFolder';
import {
  runScript,
  type ScriptRun,
} from '../../pipeline/__testUtils__/runScript';
import { Tofu } from './Tofu';

/**
 * Answers like the environments of a service, without AWS: OpenTofu's own resource stands for a task definition, and its
 * state is a file.
 */
const MAIN = `
variable "image" { type = string }
variable "revision" { type = string }

resource "terraform_data" "task" {
  input = { image = var.image, size = 256 }
}

output "image" { value = var.image }
output "revision" { value = var.revision }
output "url" { value = "https://orders-api.example.com" }
output "cluster_arn" { value = "arn:aws:ecs:eu-west-1:123456789012:cluster/production" }
output "service_name" { value = "orders-api-production" }
output "task_definition_arn" { value = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders-api:7" }
`;

/** The repository of an ECS service, whose scripts run with the real OpenTofu. */
export class Infrastructure {
  readonly #folder: string;
  /** Of the repository */
  readonly repository: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.repository = join(folder, 'orders-api');
  }

  static async create(): Promise<Infrastructure> {
    const folder = await mkdtemp(join(tmpdir(), 'ecs-scripts-'));
    await renderToFolder({
      template: 'ecs-service',
      values: {
        name: 'orders-api',
        owner: 'group:default/shop',
        language: 'node',
        exposure: 'internal',
      },
      folder,
    });
    await cp(join(folder, 'orders-api/.github'), join(folder, 'pristine'), {
      recursive: true,
    });
    return new Infrastructure(folder);
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Forgets what was applied. */
  async reset(): Promise<void> {
    await rm(this.repository, { recursive: true, force: true });
    const environment = this.#environment();
    await mkdir(environment, { recursive: true });
    await cp(join(this.#folder, 'pristine'), join(this.repository, '.github'), {
      recursive: true,
    });
    await this.declare(MAIN);
    await new Tofu(environment).run('init', '-input=false');
  }

  /** What main says about production. */
  async declare(change: string | ((main: string) => string)): Promise<void> {
    await writeFile(
      join(this.#environment(), 'main.tf'),
      typeof change === 'string' ? change : change(MAIN),
    );
  }

  async apply(options: { image: string; revision: string }): Promise<void> {
    const { image, revision } = options;
    await new Tofu(this.#environment()).run(
      'apply',
      ...['-auto-approve', '-input=false'],
      ...[`-var=image=${image}`, `-var=revision=${revision}`],
    );
  }

  async applyPlan(plan: string): Promise<void> {
    await new Tofu(this.#environment()).run('apply', '-input=false', plan);
  }

  /** @param options - `commands`: Bash scripts by the name of the program that they stand for */
  async run(options: {
    script: string;
    args?: string[];
    env?: Record<string, string>;
    commands?: Record<string, string>;
  }): Promise<ScriptRun> {
    const { commands = {}, env = {}, ...rest } = options;
    const bin = await mkdtemp(join(this.#folder, 'bin-'));
    for (const [name, body] of Object.entries(commands)) {
      await writeFile(join(bin, name), `#!/usr/bin/env bash\n${body}\n`);
      await chmod(join(bin, name), 0o755);
    }
    return runScript({
      repository: this.repository,
      ...rest,
      env: { PATH: `${bin}${delimiter}${process.env.PATH}`, ...env },
    });
  }

  #environment(): string {
    return join(this.repository, 'terraform/envs/production');
  }
}
