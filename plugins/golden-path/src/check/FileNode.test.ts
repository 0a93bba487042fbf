import { latencyBucket, memoryLimit } from '../__fixtures__/templateCheck';
import { type FileNode, toTree } from './FileNode';

const file = (path: string) => ({ path, content: '', ownership: null });

function outline(nodes: FileNode[], indent: string = ''): string[] {
  return nodes.flatMap(({ name, tally, children }) => [
    `${indent}${name}${children ? '/' : ''} ${tally.error}+${tally.warning}`,
    ...outline(children ?? [], `${indent}  `),
  ]);
}

describe('toTree', () => {
  it('puts the service before gitops, folders before files, and joins folders in which there is nothing else', () => {
    const tree = toTree(
      [
        'gitops/environments/staging/orders-api/values.yaml',
        'orders-api/README.md',
        'orders-api/charts/orders-api/Chart.yaml',
        'orders-api/charts/orders-api/values.yaml',
        'orders-api/slos/orders-api.yaml',
        'orders-api/.gitignore',
      ].map(file),
      [memoryLimit, latencyBucket],
    );
    expect(outline(tree)).toEqual([
      'orders-api/ 1+1',
      '  charts/orders-api/ 1+0',
      '    Chart.yaml 0+0',
      '    values.yaml 1+0',
      '  slos/ 0+1',
      '    orders-api.yaml 0+1',
      '  .gitignore 0+0',
      '  README.md 0+0',
      'gitops/ 0+0',
      '  environments/staging/orders-api/ 0+0',
      '    values.yaml 0+0',
    ]);
  });

  it('counts what an escape hatch waives neither as error nor as warning', () => {
    const hatch = { id: 'a', expiresAt: '2027-01-15T00:00:00Z' };
    const [root] = toTree(
      [file(memoryLimit.file)],
      [{ ...memoryLimit, hatch }],
    );
    expect(root.tally).toEqual({ error: 0, warning: 0, waived: 1 });
  });
});
