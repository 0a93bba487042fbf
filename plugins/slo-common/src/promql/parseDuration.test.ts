import { parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    ['5m', 300],
    ['1h30m', 5400],
    ['30d', 2_592_000],
    ['1y', 31_536_000],
    ['2w3d', 1_468_800],
    ['500ms', 0.5],
    ['0s', 0],
    ['', undefined],
    ['5', undefined],
    ['m', undefined],
    ['-5m', undefined],
    ['1.5h', undefined],
    ['5 m', undefined],
    ['30m1h', undefined],
    ['1M', undefined],
  ])('reads %j as %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
});
