import { CgiHeader } from './CgiHeader';

const take = (...chunks: string[]) => {
  const header = new CgiHeader();
  const bodies = chunks.map(chunk => header.take(Buffer.from(chunk)));
  return {
    status: header.status,
    fields: header.fields,
    body: bodies.at(-1)?.toString(),
  };
};

describe('CgiHeader', () => {
  it.each([
    ['at once', ['Status: 404 Not Found\r\nX-A: b\r\n\r\nbody']],
    ['in pieces', ['Stat', 'us: 404 Not Found\r\nX-A: b\r', '\n\r\nbody']],
    ['with short line breaks', ['Status: 404 Not Found\nX-A: b\n\nbody']],
  ])('parts what comes %s', (_, chunks) => {
    expect(take(...chunks)).toEqual({
      status: 404,
      fields: [['X-A', 'b']],
      body: 'body',
    });
  });

  it('is 200 without a status, and keeps fields that come twice', () => {
    expect(take('X-A: 1\r\nX-A: 2\r\n\r\n')).toEqual({
      status: 200,
      fields: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
      body: '',
    });
  });

  it('waits for its end, up to 16 KiB', () => {
    const header = new CgiHeader();
    expect(header.take(Buffer.alloc(16 * 1024, 'a'))).toBeUndefined();
    expect(() => header.take(Buffer.from('a'))).toThrow('at most 16384 bytes');
  });
});
