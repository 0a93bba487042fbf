import { execFileSync } from 'node:child_process';
import { APIRequestContext, expect } from '@playwright/test';
import { backendUrl } from './backendUrl';

/** A hatch as agents read it; times are RFC 3339. */
interface BundledHatch {
  id: string;
  not_before: string;
  not_after: string;
}

/** What agents are told of an entity, by rule: unpacked from the bundle that they download. */
export async function readBundle(
  request: APIRequestContext,
  entityRef: string,
): Promise<Record<string, BundledHatch[]>> {
  const response = await request.get(
    `${backendUrl}/api/escape-hatch/v1/bundles/escape-hatches.tar.gz`,
    { headers: { authorization: 'Bearer golden-path-demo-token' } },
  );
  expect(response.status()).toBe(200);
  const json = execFileSync('tar', ['-xzOf', '-', 'data.json'], {
    input: await response.body(),
    encoding: 'utf8',
  });
  return JSON.parse(json).escape_hatches.by_entity[entityRef] ?? {};
}
