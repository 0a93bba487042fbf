import { chooseBound } from './chooseBound';

describe('chooseBound', () => {
  it.each([
    ['the same text', ['0.1', '0.5', '+Inf'], 0.5, 0.5, ['0.5'], true],
    ['another spelling', ['0.50', '1.0'], 1, 1, ['1.0'], true],
    ['two spellings over time', ['1', '1.0', '2'], 1, 1, ['1', '1.0'], true],
    ['an exponent', ['1e-05', '1'], 0.00001, 0.00001, ['1e-05'], true],
    ['the nearest one', ['0.25', '0.5', '1'], 0.4, 0.5, ['0.5'], false],
    ['the stricter of two', ['0.3', '0.5'], 0.4, 0.3, ['0.3'], false],
    ['unsorted ones', ['1', '0.25', '0.5'], 0.3, 0.25, ['0.25'], false],
    ['one beyond the last', ['0.1', '1', '+Inf'], 9, 1, ['1'], false],
  ])('finds %s', (_, labels, target, seconds, chosen, exact) => {
    expect(chooseBound(labels, target)).toEqual({
      seconds,
      labels: chosen,
      exact,
    });
  });

  it.each([[[]], [['+Inf']], [['', 'x']]])('finds none in %j', labels => {
    expect(chooseBound(labels, 0.5)).toBeUndefined();
  });
});
