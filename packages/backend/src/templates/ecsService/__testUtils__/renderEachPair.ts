import type { JsonObject } from '@backstage/types';
import { join } from 'node:path';
import { renderToFolder } from '../../__testUtils__/renderToFolder';

const ECR = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop';
const shop = { owner: 'group:default/shop' };

/** Of language, exposure, host, autoscaling, registry and size each pair occurs. */
const ANSWERS: JsonObject[] = [
  { name: 'node-a', language: 'node', exposure: 'internal' },
  {
    name: 'node-b',
    language: 'node',
    exposure: 'public',
    host: 'shop.example.com',
    autoscaling: false,
    registry: ECR,
    size: '2048-8192',
  },
  {
    name: 'go-a',
    language: 'go',
    exposure: 'internal',
    autoscaling: false,
    registry: ECR,
  },
  { name: 'go-b', language: 'go', exposure: 'public', size: '2048-8192' },
  {
    name: 'python-a',
    language: 'python',
    exposure: 'internal',
    registry: ECR,
    size: '2048-8192',
    region: 'us-east-1',
  },
  {
    name: 'python-b',
    language: 'python',
    exposure: 'public',
    host: 'shop.example.com',
    autoscaling: false,
  },
];

/**
 * Renders the template for answers that cover each pair.
 *
 * @param folder - gets a repository for each, as `<name>/`
 * @returns the folders of the repositories
 */
export async function renderEachPair(folder: string): Promise<string[]> {
  const repositories: string[] = [];
  for (const answers of ANSWERS) {
    await renderToFolder({
      template: 'ecs-service',
      values: { ...shop, ...answers },
      folder,
    });
    repositories.push(join(folder, String(answers.name)));
  }
  return repositories;
}
