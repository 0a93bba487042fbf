import { parseWindow } from './parseWindow';

describe('parseWindow', () => {
  it.each([
    ['30d', 2_592_000],
    ['7d', 604_800],
    ['4w', 2_419_200],
    ['0d', undefined],
    ['30', undefined],
    ['1000d', undefined],
    [undefined, undefined],
  ])('reads %s', (text, seconds) => {
    expect(parseWindow(text)).toBe(seconds);
  });
});
