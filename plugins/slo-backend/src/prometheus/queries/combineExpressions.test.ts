import { combineExpressions } from './combineExpressions';

const named = (label: string) =>
  `label_replace(${label}, "golden_path_key", "${label}", "", "")`;

describe('combineExpressions', () => {
  it.each([
    [['a'], named('a')],
    [['a', 'b'], `(${named('a')} or ${named('b')})`],
    [['a', 'b', 'c'], `((${named('a')} or ${named('b')}) or ${named('c')})`],
  ])('balances %j', (labels, expected) => {
    expect(
      combineExpressions(labels.map(label => ({ label, expression: label }))),
    ).toBe(expected);
  });
});
