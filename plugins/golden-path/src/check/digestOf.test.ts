import { digestOf } from './digestOf';

describe('digestOf', () => {
  it('does not depend on the order of the answers, nor on what was not answered', () => {
    expect(digestOf({ name: 'a', resources: { cpu: '1', memory: '2' } })).toBe(
      digestOf({
        system: undefined,
        resources: { memory: '2', cpu: '1' },
        name: 'a',
      }),
    );
  });

  it.each([
    [{ name: 'b' }],
    [{ name: 'a', list: ['x', 'y'] }],
    [{ name: 'a', list: ['y', 'x'] }],
    [{ name: 'a', list: 'x,y' }],
    [{ name: 'a', nothing: null }],
    [{ name: 'ä' }],
    [{}],
  ])('differs for %j', answers => {
    expect(digestOf(answers)).not.toBe(digestOf({ name: 'a' }));
  });

  it('is that of FNV-1a', () => {
    // Over `{}`: ((0xcbf29ce484222325 ^ 0x7b) * prime ^ 0x7d) * prime, modulo 2^64
    expect(digestOf({})).toBe('checked-08f44b07b5901a25');
  });
});
