import { latencyBucket, templateCheck } from '../__fixtures__/templateCheck';
import { toTree } from './FileNode';
import { treeMove } from './treeMove';
import { visibleLines } from './visibleLines';

const tree = toTree(templateCheck.files, [latencyBucket]);
const open = new Set(['orders-api', 'orders-api/slos']);
const lines = visibleLines(tree, ({ path }) => open.has(path));

function press(key: string, name: string): string | undefined {
  const current = lines.find(({ node }) => node.name === name)!;
  const move = treeMove({
    key,
    lines,
    current,
    isOpen: ({ node }) => open.has(node.path),
  });
  if (!move) {
    return undefined;
  }
  if ('toggle' in move) {
    return `toggle ${move.toggle.map(({ node }) => node.name).join()}`;
  }
  return 'go' in move
    ? `go to ${move.go.node.name}`
    : `choose ${move.choose.node.name}`;
}

describe('treeMove', () => {
  it('sees the lines of open folders, with their places', () => {
    expect(
      lines.map(
        ({ node, level, position, siblings }) =>
          `${level} ${node.name} ${position}/${siblings}`,
      ),
    ).toEqual([
      '1 orders-api 1/2',
      '2 charts/orders-api 1/4',
      '2 docs 2/4',
      '2 slos 3/4',
      '3 orders-api.yaml 1/1',
      '2 src 4/4',
      '1 gitops 2/2',
    ]);
  });

  it.each([
    ['ArrowDown', 'slos', 'go to orders-api.yaml'],
    ['ArrowDown', 'gitops', undefined],
    ['ArrowUp', 'src', 'go to orders-api.yaml'],
    ['ArrowUp', 'orders-api', undefined],
    ['Home', 'src', 'go to orders-api'],
    ['End', 'docs', 'go to gitops'],
    ['ArrowRight', 'docs', 'toggle docs'],
    ['ArrowRight', 'slos', 'go to orders-api.yaml'],
    ['ArrowRight', 'orders-api.yaml', undefined],
    ['ArrowLeft', 'orders-api.yaml', 'go to slos'],
    ['ArrowLeft', 'slos', 'toggle slos'],
    ['ArrowLeft', 'docs', 'go to orders-api'],
    ['ArrowLeft', 'gitops', undefined],
    ['Enter', 'orders-api.yaml', 'choose orders-api.yaml'],
    [' ', 'docs', 'toggle docs'],
    ['*', 'docs', 'toggle charts/orders-api,docs,src'],
    ['s', 'slos', 'go to src'],
    ['S', 'src', 'go to slos'],
    ['x', 'src', undefined],
    ['Tab', 'src', undefined],
  ])('%s on %s: %s', (key, name, move) => {
    expect(press(key, name)).toBe(move);
  });
});
